import type { CheckedImprovement, ImprovementView, MovedImprovement } from '@yinuo/contracts'
import { improvementLimits } from '@yinuo/contracts'
import { App, Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { serverNow } from '../../app/clock.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import styles from './improvement.module.css'
import { PlanDrawer } from './plan-drawer.tsx'
import { useRenewal } from './queries.ts'

const DAY_MS = 86_400_000

/** What can be done with it now. */
export function Steps({ item }: { item: ImprovementView }) {
  const may = useMay()
  const [doing, setDoing] = useState<'edit' | 'start' | 'finish' | 'check' | null>(null)
  if (!may('improvement.edit') || item.state === 'checked') return null
  const isUnderWay = item.state === 'open' || item.state === 'doing'
  const close = () => setDoing(null)
  const age = item.doneAt ? serverNow() - Date.parse(item.doneAt) : 0
  const waits = Math.ceil(improvementLimits.checkAfterDays - age / DAY_MS)
  return (
    <div className={styles['acts']}>
      {item.state === 'open' && (
        <Button type="primary" onClick={() => setDoing('start')}>
          开始实施
        </Button>
      )}
      {isUnderWay && (
        <Button type={item.state === 'doing' ? 'primary' : 'default'} onClick={() => setDoing('finish')}>
          登记落实
        </Button>
      )}
      {isUnderWay && <Button onClick={() => setDoing('edit')}>修改</Button>}
      {item.state === 'done' && (
        <Button type="primary" disabled={waits > 0} onClick={() => setDoing('check')}>
          {waits > 0 ? `${waits} 天后可以验证效果` : '验证效果'}
        </Button>
      )}
      {doing === 'edit' && <PlanDrawer of={{ kind: 'improvement', improvement: item }} onClose={close} onSaved={close} />}
      {(doing === 'start' || doing === 'finish') && <MoveDialog item={item} step={doing} onClose={close} />}
      {doing === 'check' && <CheckDialog item={item} onClose={close} />}
    </div>
  )
}

const moves = {
  start: { title: '开始实施', path: 'POST /communities/{communityId}/improvements/{id}/start' },
  finish: { title: '登记落实', path: 'POST /communities/{communityId}/improvements/{id}/finish' },
} as const

interface DialogProps {
  item: ImprovementView
  onClose: () => void
}

function useDone(onClose: () => void) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  return {
    renew,
    done: () => {
      message.success('已登记')
      renew()
      onClose()
    },
  }
}

function MoveDialog({ item: { id, version }, step, onClose }: DialogProps & { step: keyof typeof moves }) {
  const { communityId } = useCommunity()
  const { renew, done } = useDone(onClose)
  const [form] = Form.useForm<{ note?: string }>()
  const { title, path } = moves[step]
  const { submit, busy, failure } = useSubmit(
    (body: MovedImprovement, idempotencyKey) => call(path, { path: { communityId, id }, body, idempotencyKey }),
    done,
  )
  return (
    <Modal open title={title} okText={title} okButtonProps={{ loading: busy }} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} onReload={renew} />
      <Form
        form={form}
        layout="vertical"
        onFinish={({ note }) => submit({ version, ...(note?.trim() && { note: note.trim() }) })}
      >
        <Form.Item name="note" label="说明（可不填）">
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function CheckDialog({ item, onClose }: DialogProps) {
  const { communityId } = useCommunity()
  const { renew, done } = useDone(onClose)
  const [form] = Form.useForm<Pick<CheckedImprovement, 'effective' | 'note'>>()
  const { submit, busy, failure } = useSubmit(
    (body: CheckedImprovement, idempotencyKey) =>
      call('POST /communities/{communityId}/improvements/{id}/check', {
        path: { communityId, id: item.id },
        body,
        idempotencyKey,
      }),
    done,
  )
  return (
    <Modal open title="验证效果" okText="登记结论" okButtonProps={{ loading: busy }} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} onReload={renew} />
      <p>
        立项时每 30 天 {item.figureAtOpening} 件，目标不超过 {item.target} 件，近 30 天 {item.figureNow}{' '}
        件。落实前后的件数由系统计算。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ effective: item.figureNow <= item.target }}
        onFinish={(typed) => submit({ ...typed, version: item.version })}
      >
        <Form.Item name="effective" label="结论">
          <Radio.Group
            options={[
              { value: true, label: '有效' },
              { value: false, label: '无效' },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label="依据" rules={[{ required: true, whitespace: true, message: '请写明依据' }]}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
