import type { DisclosureView } from '@yinuo/contracts'
import { disclosureLimits } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { disclosureKeys } from './queries.ts'

const plain = { copy: '已重新取数', check: '已审核通过，请另一位同事发布', post: '已发布，住户已收到通知' } as const

/** The next steps of a disclosure, each for who may take it. */
export function Actions({ disclosure }: { disclosure: DisclosureView }) {
  const may = useMay()
  const { state, id, editions, edition } = disclosure
  const [reasonFor, setReasonFor] = useState<'return' | 'correct' | null>(null)
  const isNewest = edition === Math.max(...editions.map((each) => each.edition))
  return (
    <>
      <ExportButton list="disclosureLines" filters={{ disclosureId: id }} />
      {state === 'draft' && may('disclosures.edit') && <PlainStep disclosure={disclosure} step="copy" word="重新取数" />}
      {state === 'draft' && may('disclosures.check') && (
        <PlainStep
          disclosure={disclosure}
          step="check"
          word="审核通过"
          sure="通过后明细和说明不能再改，由另一位同事发布。"
          blocked={disclosure.mayCheck ? null : '您编制过这份公示，请换一位同事审核'}
        />
      )}
      {state === 'checked' && (may('disclosures.check') || may('disclosures.post')) && (
        <Button danger onClick={() => setReasonFor('return')}>
          退回修改
        </Button>
      )}
      {state === 'checked' && may('disclosures.post') && (
        <PlainStep
          disclosure={disclosure}
          step="post"
          word="签名并发布"
          sure="发布后所有住户都能看到，内容由电子签名锁定，任何人都不能再改；有错只能另发更正版。"
          blocked={disclosure.mayPost ? null : '您审核过这份公示，请换一位同事发布'}
        />
      )}
      {state === 'posted' && isNewest && may('disclosures.edit') && <Button onClick={() => setReasonFor('correct')}>更正</Button>}
      {reasonFor && <ReasonDialog disclosure={disclosure} what={reasonFor} onClose={() => setReasonFor(null)} />}
    </>
  )
}

interface PlainProps {
  disclosure: DisclosureView
  step: keyof typeof plain
  word: string
  /** asked before it is done */
  sure?: string
  /** why this reader cannot */
  blocked?: string | null
}

function PlainStep({ disclosure: { id, version }, step, word, sure, blocked = null }: PlainProps) {
  const { communityId } = useCommunity()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const sent = useSubmit(
    (body: { version: number }, idempotencyKey) =>
      call(`POST /communities/{communityId}/disclosures/{id}/${step}`, { path: { communityId, id }, body, idempotencyKey }),
    (next) => {
      queries.setQueryData(disclosureKeys(communityId).one(id), next)
      void queries.invalidateQueries({ queryKey: disclosureKeys(communityId).all })
      message.success(plain[step])
    },
  )
  const go = () => void sent.submit({ version })
  const reload = () => {
    sent.forget()
    void queries.invalidateQueries({ queryKey: disclosureKeys(communityId).all })
  }
  const ask = () => (sure ? modal.confirm({ title: word, content: sure, okText: word, onOk: go }) : go())
  return (
    <>
      <Tooltip title={blocked}>
        <Button type={step === 'copy' ? 'default' : 'primary'} loading={sent.busy} disabled={blocked !== null} onClick={ask}>
          {word}
        </Button>
      </Tooltip>
      {sent.failure ? (
        <Modal open title={word} footer={null} onCancel={sent.forget}>
          <Refusal failure={sent.failure} onReload={reload} />
        </Modal>
      ) : null}
    </>
  )
}

function ReasonDialog({
  disclosure,
  what,
  onClose,
}: {
  disclosure: DisclosureView
  what: 'return' | 'correct'
  onClose: () => void
}) {
  const { communityId } = useCommunity()
  const { id, version } = disclosure
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const path = { communityId, id }
  const sent = useSubmit(
    (typed: string, idempotencyKey) =>
      what === 'return'
        ? call('POST /communities/{communityId}/disclosures/{id}/return', {
            path,
            body: { reason: typed, version },
            idempotencyKey,
          })
        : call('POST /communities/{communityId}/disclosures/{id}/correct', { path, body: { reason: typed }, idempotencyKey }),
    (next) => {
      void queries.invalidateQueries({ queryKey: disclosureKeys(communityId).all })
      onClose()
      if (next.id !== id) void navigate(`/c/${communityId}/disclosures/${next.id}`)
    },
  )
  const word = what === 'return' ? '退回修改' : '更正'
  return (
    <Modal
      open
      title={word}
      okText={what === 'return' ? '退回' : '开始更正'}
      okButtonProps={{ loading: sent.busy, disabled: reason.trim() === '', danger: what === 'return' }}
      onOk={() => void sent.submit(reason.trim())}
      onCancel={onClose}
    >
      <Refusal failure={sent.failure} />
      {what === 'correct' && (
        <p style={{ marginBottom: 8 }}>会按现在的账簿另拟一版，审核、发布后与原来的版本并列；原来的版本不会消失。</p>
      )}
      <Input.TextArea
        aria-label="原因"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        placeholder={what === 'return' ? '哪里要改' : '为什么更正，改了什么（住户会看到）'}
        maxLength={disclosureLimits.reason}
        autoSize={{ minRows: 3 }}
        autoFocus
      />
    </Modal>
  )
}
