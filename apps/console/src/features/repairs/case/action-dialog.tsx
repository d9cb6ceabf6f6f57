import { repairActions } from '@yinuo/contracts'
import type { RepairView } from '@yinuo/contracts'
import { App, Form, Modal } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../../elements/refusal.tsx'
import { useAct } from '../act-on-repair.ts'
import { bodyOf } from './action-body.ts'
import type { FormAction, Typed } from './action-body.ts'
import { actionForms } from './action-fields.tsx'

interface ActionDialogProps {
  repair: RepairView
  action: FormAction
  onClose: () => void
}

/** The form of one action. A refusal leaves everything typed in place; a newer version can be loaded under it. */
export function ActionDialog({ repair, action, onClose }: ActionDialogProps) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const { act, busy, failure, reload } = useAct(repair.communityId, repair.id)
  // What was on the screen when the form was opened: live news go on behind it, and nobody is to act on what they have not seen.
  const [seen, setSeen] = useState(repair.version)
  const { hint, initial, fields, danger } = actionForms[action]
  const word = repairActions[action]

  const submit = async (typed: Typed) => {
    if (!(await act(action, bodyOf(action, typed, seen)))) return
    message.success(`${repair.number} 已${word}`)
    onClose()
  }
  return (
    <Modal
      open
      title={`${word} · ${repair.placeLabel}`}
      onCancel={onClose}
      okText={word}
      cancelText="返回"
      okButtonProps={{ danger, loading: busy }}
      onOk={form.submit}
      mask={{ closable: false }}
      width={560}
    >
      <Refusal failure={failure} onReload={async () => setSeen((await reload()) ?? seen)} />
      {hint && <p style={{ marginBottom: 16, color: 'var(--secondary)' }}>{hint}</p>}
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit} scrollToFirstError>
        {fields?.(repair.communityId)}
      </Form>
    </Modal>
  )
}
