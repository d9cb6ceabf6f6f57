import { complaintActions } from '@yinuo/contracts'
import type { ComplaintAction, ComplaintReceipt, ComplaintView } from '@yinuo/contracts'
import type { Call } from '@yinuo/api-client'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Rate, Select, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useHandlers } from './queries.ts'

/** The one text of an action: its field, what is asked, and whether it may be left out. */
const texts: Record<ComplaintAction, { field: string; label: string; optional?: true } | null> = {
  assign: { field: 'note', label: '交代（可不填，投诉人也看得到）', optional: true },
  investigate: { field: 'note', label: '打算怎么查' },
  talk: { field: 'text', label: '写给投诉人' },
  propose: { field: 'solution', label: '处理方案' },
  'accept-solution': { field: 'note', label: '投诉人怎么说的（可不填）', optional: true },
  'reject-solution': { field: 'reason', label: '投诉人为什么不接受' },
  finish: { field: 'result', label: '落实情况' },
  rate: { field: 'comment', label: '评价（可不填）', optional: true },
  'follow-up': { field: 'comment', label: '回访情况（可不填）', optional: true },
  escalate: { field: 'reason', label: '为什么要求上级处理' },
  'mark-complex': { field: 'reason', label: '为什么认定为复杂' },
  archive: null,
  withdraw: { field: 'reason', label: '为什么撤回' },
}
const takesFiles: readonly ComplaintAction[] = ['talk', 'finish']
const needsRating: readonly ComplaintAction[] = ['rate', 'follow-up']

export function ComplaintActions({ complaint }: { complaint: ComplaintView }) {
  const [chosen, setChosen] = useState<ComplaintAction | null>(null)
  const [first] = complaint.allowedActions
  return (
    <Space wrap>
      {complaint.allowedActions.map((action) => (
        <Button
          key={action}
          type={action === first ? 'primary' : 'default'}
          danger={action === 'withdraw'}
          onClick={() => setChosen(action)}
        >
          {complaintActions[action]}
        </Button>
      ))}
      {chosen && <ActionDialog complaint={complaint} action={chosen} onClose={() => setChosen(null)} />}
    </Space>
  )
}

type Typed = Record<string, string | number | undefined> & { photos?: KeptPhoto[] }

function ActionDialog({
  complaint,
  action,
  onClose,
}: {
  complaint: ComplaintView
  action: ComplaintAction
  onClose: () => void
}) {
  const { communityId, id } = complaint
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  // What was on the screen when the form was opened: nobody is to act on what they have not seen.
  const [seen] = useState(complaint.version)
  const text = texts[action]
  const { submit, busy, failure } = useSubmit(
    ({ photos = [], ...body }: Typed, idempotencyKey) => {
      const send = call as (route: string, options: unknown) => ReturnType<Call>
      return send(`POST /communities/{communityId}/complaints/{id}/${action}`, {
        path: { communityId, id },
        body: {
          ...body,
          ...(action === 'talk' ? {} : { version: seen }),
          ...(takesFiles.includes(action) ? { fileIds: photos.map((photo) => photo.id) } : {}),
        },
        idempotencyKey,
      }) as Promise<ComplaintReceipt>
    },
    () => {
      void queries.invalidateQueries({ queryKey: keysOf(communityId).complaints })
      message.success(`${complaint.number} 已${complaintActions[action]}`)
      onClose()
    },
  )
  return (
    <Modal
      open
      title={`${complaintActions[action]} · ${complaint.number}`}
      onCancel={onClose}
      okText={complaintActions[action]}
      cancelText="返回"
      okButtonProps={{ loading: busy, danger: action === 'withdraw' }}
      onOk={form.submit}
      mask={{ closable: false }}
    >
      <Refusal failure={failure} />
      <Form<Typed> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void submit(typed)}>
        {action === 'assign' && <HandlerField complaint={complaint} />}
        {needsRating.includes(action) && (
          <Form.Item name="rating" label="满意度" rules={[{ required: true, message: '请选择 1 到 5 星' }]}>
            <Rate />
          </Form.Item>
        )}
        {text ? (
          <Form.Item
            name={text.field}
            label={text.label}
            rules={text.optional ? [] : [{ required: true, whitespace: true, message: `请填写：${text.label}` }]}
          >
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} showCount />
          </Form.Item>
        ) : (
          <p>归档以后不能再改，确认归档吗？</p>
        )}
        {takesFiles.includes(action) && (
          <Form.Item name="photos" label="照片（可不传，投诉人也看得到）">
            <PhotoPicker communityId={communityId} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

/** Those of the department responsible stand first. */
function HandlerField({ complaint }: { complaint: ComplaintView }) {
  const handlers = useHandlers(complaint.communityId)
  const isResponsible = (departments: readonly string[]) => departments.includes(complaint.department)
  const sorted = (handlers.data ?? []).toSorted(
    (one, other) => Number(isResponsible(other.departments)) - Number(isResponsible(one.departments)),
  )
  return (
    <Form.Item name="staffId" label="交给谁处理" rules={[{ required: true, message: '请选择处理人' }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选择处理人，责任部门的排在前面"
        notFoundContent="没有可以处理的同事"
        loading={handlers.isPending}
        options={sorted.map(({ staffId, name, posts, departments, openComplaints }) => ({
          value: staffId,
          label: `${name}（${posts.join('、')}）${isResponsible(departments) ? ' · 责任部门' : ''} · 在办 ${openComplaints} 件`,
        }))}
      />
    </Form.Item>
  )
}
