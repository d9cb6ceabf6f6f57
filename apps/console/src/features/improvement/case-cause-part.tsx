import { improvementLimits } from '@yinuo/contracts'
import type { CaseCause, NameCause } from '@yinuo/contracts'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import styles from '../repairs/case/case.module.css'
import { useCaseCause, useRenewal } from './queries.ts'

/** Why this case came about; named when it is over, or later. */
export function CaseCausePart({ communityId, caseId }: { communityId: string; caseId: string }) {
  const query = useCaseCause(communityId, caseId)
  const [naming, setNaming] = useState(false)
  const { data } = query
  if (!data || (!data.cause && !data.mayName)) return null
  const { cause, mayName } = data
  return (
    <section className={styles['part']}>
      <h3>根本原因</h3>
      {cause && !naming && (
        <>
          <p>
            <strong>{cause.name}</strong>
            {cause.note && `：${cause.note}`}
          </p>
          <p className={styles['note']}>
            {cause.namedByName} · <TimeText at={cause.namedAt} />
          </p>
        </>
      )}
      {naming ? (
        <Naming communityId={communityId} caseId={caseId} found={data} onClose={() => setNaming(false)} />
      ) : (
        mayName && (
          <Button size="small" onClick={() => setNaming(true)}>
            {cause ? '修改原因' : '注明原因'}
          </Button>
        )
      )}
    </section>
  )
}

interface NamingProps {
  communityId: string
  caseId: string
  found: CaseCause
  onClose: () => void
}

function Naming({ communityId, caseId, found: { cause, options }, onClose }: NamingProps) {
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: NameCause) => call('PUT /communities/{communityId}/cases/{id}/cause', { path: { communityId, id: caseId }, body }),
    () => {
      message.success('已注明原因')
      renew()
      onClose()
    },
  )
  const group = (label: string, fitting: boolean) => ({
    label,
    options: options.filter((each) => each.fitting === fitting).map(({ id, name }) => ({ value: id, label: name })),
  })
  const groups = [group('这一类常见', true), group('通用', false)].filter((each) => each.options.length > 0)
  // A cause retired since then is still this case's.
  const isOffered = cause === null || options.some(({ id }) => id === cause.id)
  const shown = isOffered
    ? groups
    : [{ label: '现在的', options: [{ value: cause.id, label: `${cause.name}（已停用）` }] }, ...groups]
  return (
    <Form<NameCause>
      layout="vertical"
      requiredMark={false}
      initialValues={cause ? { causeId: cause.id, note: cause.note } : {}}
      onFinish={({ causeId, note }) => submit({ causeId, ...(note?.trim() && { note: note.trim() }) })}
    >
      <Refusal failure={failure} onReload={renew} />
      <Form.Item name="causeId" rules={[{ required: true, message: '请选择原因' }]}>
        <Select autoFocus placeholder="选择原因" aria-label="原因" showSearch={{ optionFilterProp: 'label' }} options={shown} />
      </Form.Item>
      <Form.Item name="note">
        <Input.TextArea
          maxLength={improvementLimits.note}
          autoSize={{ minRows: 2 }}
          placeholder="补充说明（可不填）"
          aria-label="补充说明"
        />
      </Form.Item>
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="primary" size="small" htmlType="submit" loading={busy}>
          保存
        </Button>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
      </div>
    </Form>
  )
}
