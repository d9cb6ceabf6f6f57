import { useQueryClient } from '@tanstack/react-query'
import type { RepairReceipt } from '@yinuo/contracts'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { call } from '../../../app/call.ts'
import { keysOf, useCommunity } from '../../../app/community.ts'
import { useDraft } from '../../../app/draft.ts'
import { useKeyKeeper } from '../../../app/idempotency.ts'
import { Refusal } from '../../../elements/refusal.tsx'
import { freshDraft, isTouched, missingIn, nextDraft, reportOf } from './intake-draft.ts'
import type { Missing } from './intake-draft.ts'
import { IntakeForm } from './intake-form.tsx'
import { IntakeReceipt } from './intake-receipt.tsx'

/** Registers a repair for somebody on the telephone or at the desk. The draft outlives a closed drawer and a reload. */
export function IntakeDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { communityId, name } = useCommunity()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const keeper = useKeyKeeper()
  const [draft, setDraft] = useDraft(`intake.${communityId}`, freshDraft)
  const [missing, setMissing] = useState<Missing>({})
  const [receipt, setReceipt] = useState<RepairReceipt | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const submit = async () => {
    const lacks = missingIn(draft)
    setMissing(lacks)
    if (Object.keys(lacks).length > 0) return
    setBusy(true)
    setFailure(null)
    const body = reportOf(draft)
    try {
      setReceipt(
        await call('POST /communities/{communityId}/repairs', {
          path: { communityId },
          body,
          idempotencyKey: keeper.keyFor(body),
        }),
      )
      keeper.done()
      setDraft(nextDraft(draft))
      void queries.invalidateQueries({ queryKey: keysOf(communityId).repairs })
    } catch (refused) {
      keeper.failed(refused)
      setFailure(refused)
    } finally {
      setBusy(false)
    }
  }
  const clear = () =>
    modal.confirm({
      title: '清空已填写的内容？',
      okText: '清空',
      onOk: () => {
        setDraft(nextDraft(draft))
        setMissing({})
      },
    })

  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={720}
      title={`登记报修 · ${name}`}
      footer={
        !receipt && (
          <>
            <Refusal failure={failure} />
            <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
              <span style={{ flex: 1, color: 'var(--secondary)' }}>{isTouched(draft) && '草稿已自动保留'}</span>
              {isTouched(draft) && <Button onClick={clear}>清空</Button>}
              <Button type="primary" loading={busy} onClick={submit}>
                登记
              </Button>
            </div>
          </>
        )
      }
    >
      {receipt ? (
        <IntakeReceipt receipt={receipt} onAgain={() => setReceipt(null)} onClose={onClose} />
      ) : (
        <IntakeForm
          communityId={communityId}
          draft={draft}
          missing={missing}
          onChange={(fields) => {
            const next = { ...draft, ...fields }
            setDraft(next)
            if (Object.keys(missing).length > 0) setMissing(missingIn(next))
          }}
        />
      )}
    </Drawer>
  )
}
