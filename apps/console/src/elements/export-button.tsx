import { DownloadOutlined } from '@ant-design/icons'
import { exportableLists, listsWithPhones } from '@yinuo/contracts'
import type { ExportableListCode } from '@yinuo/contracts'
import { App, Button, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { call } from '../app/call.ts'
import { serverNow } from '../app/clock.ts'
import { useCommunity, useMay } from '../app/community.ts'
import { Refusal, sentenceOf } from './refusal.tsx'
import { saveFile } from './save-file.ts'

type Filters = Record<string, string | number | boolean | null | undefined>
interface Wish {
  unmasked?: boolean
  reason?: string
}

/** Takes the list as it is shown, with its filters and over all its pages, as an Excel file. */
export function ExportButton({ list, filters = {} }: { list: ExportableListCode; filters?: Filters }) {
  const may = useMay()
  const { communityId, name } = useCommunity()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  if (!may('lists.export')) return null

  const offersPhones = listsWithPhones.includes(list) && may('archive.unmask')
  const take = async (wish: Wish): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      const body = { list, filters: given(filters), ...wish }
      const file = await call('POST /communities/{communityId}/exports', { path: { communityId }, body })
      saveFile(file as Blob, `${name}-${exportableLists[list]}-${today()}.xlsx`)
      setAsking(false)
      message.success(`已导出${exportableLists[list]}`)
    } catch (refused) {
      setFailure(refused)
      if (!offersPhones) message.error(sentenceOf(refused))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button icon={<DownloadOutlined />} loading={busy && !asking} onClick={() => (offersPhones ? setAsking(true) : take({}))}>
        {busy && !asking ? '正在导出' : '导出'}
      </Button>
      {asking && <PhonesDialog list={list} busy={busy} failure={failure} onTake={take} onClose={() => setAsking(false)} />}
    </>
  )
}

interface DialogProps {
  list: ExportableListCode
  busy: boolean
  failure: unknown
  onTake: (wish: Wish) => void
  onClose: () => void
}

function PhonesDialog({ list, busy, failure, onTake, onClose }: DialogProps) {
  const [unmasked, setUnmasked] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={`导出${exportableLists[list]}`}
      okText={busy ? '正在导出' : '导出'}
      okButtonProps={{ loading: busy, disabled: unmasked && reason.trim().length < 2 }}
      onOk={() => onTake(unmasked ? { unmasked, reason: reason.trim() } : {})}
      onCancel={onClose}
      width={440}
    >
      <Refusal failure={failure} />
      <p style={{ marginBottom: 12, color: 'var(--secondary)' }}>按页面上的筛选导出全部结果，最多 10 万行。</p>
      <Segmented
        value={unmasked ? 'whole' : 'masked'}
        onChange={(next) => setUnmasked(next === 'whole')}
        options={[
          { value: 'masked', label: '手机号只显示首尾' },
          { value: 'whole', label: '完整手机号' },
        ]}
      />
      {unmasked && (
        <Input.TextArea
          style={{ marginTop: 12 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder="为什么需要完整手机号，会记入操作记录"
          aria-label="理由"
          maxLength={200}
          autoSize={{ minRows: 2 }}
          autoFocus
        />
      )}
    </Modal>
  )
}

function given(filters: Filters): Record<string, string> {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]))
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(serverNow())
