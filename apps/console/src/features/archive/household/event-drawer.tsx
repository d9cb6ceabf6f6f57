import { codesOf, householdEventKinds } from '@yinuo/contracts'
import type { AddHouseholdEvent, HouseholdEvent, HouseholdEventKind } from '@yinuo/contracts'
import { App, Form, Input, Select } from 'antd'
import { call } from '../../../app/call.ts'
import { useDraft } from '../../../app/draft.ts'
import { useSubmit } from '../../../app/submit.ts'
import { PhotoPicker, type KeptPhoto } from '../../../elements/photo-picker.tsx'
import { DayField } from '../structure/day-field.tsx'
import { Beside, EditDrawer } from '../structure/edit-drawer.tsx'
import { useRenewArchive } from '../structure/queries.ts'
import { useToday } from '../structure/today.ts'

interface Typed {
  kind: HouseholdEventKind
  title: string
  detail?: string
  begunOn: string
  endedOn?: string | null
  files?: KeptPhoto[]
}

interface EventDrawerProps {
  communityId: string
  unitId: string
  /** null: a new one */
  event: HouseholdEvent | null
  onClose: () => void
}

export function EventDrawer({ communityId, unitId, event, onClose }: EventDrawerProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [form] = Form.useForm<Typed>()
  const [draft, keepDraft, forgetDraft] = useDraft<Partial<Typed>>(`event.${unitId}`, {})
  const { submit, busy, failure, forget } = useSubmit(
    (body: AddHouseholdEvent, idempotencyKey) =>
      event
        ? call('PUT /communities/{communityId}/household-events/{id}', {
            path: { communityId, id: event.id },
            body: { ...body, version: event.version },
          })
        : call('POST /communities/{communityId}/households/{unitId}/events', {
            path: { communityId, unitId },
            body,
            idempotencyKey,
          }),
    () => {
      message.success('已记入历史')
      if (!event) forgetDraft()
      renew()
      onClose()
    },
  )
  /** The kind is its title until somebody writes another. */
  const suggestTitle = (kind: HouseholdEventKind) => {
    const title = form.getFieldValue('title') as string | undefined
    if (!title?.trim() || Object.values<string>(householdEventKinds).includes(title))
      form.setFieldValue('title', kind === 'other' ? '' : householdEventKinds[kind])
  }
  /** What was typed stays; it is kept against the version that is there now. */
  const reload = () => {
    renew()
    forget()
  }
  return (
    <EditDrawer
      title={event ? `编辑 ${event.title}` : '记一件事'}
      form={form}
      initialValues={event ? typedOf(event) : { kind: 'renovation', title: '装修', begunOn: today, ...draft }}
      busy={busy}
      failure={failure}
      onFinish={(typed) => submit(bodyOf(typed))}
      onTyped={(typed) => !event && keepDraft(typed)}
      onClose={onClose}
      onReload={reload}
    >
      <Form.Item name="kind" label="事件">
        <Select
          options={codesOf(householdEventKinds).map((value) => ({ value, label: householdEventKinds[value] }))}
          onChange={suggestTitle}
        />
      </Form.Item>
      <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Beside>
        <Form.Item name="begunOn" label="开始日" rules={[{ required: true, message: '请选择开始日' }]}>
          <DayField label="开始日" />
        </Form.Item>
        <Form.Item name="endedOn" label="结束日（可不填）">
          <DayField label="结束日" placeholder="当天或未结束" />
        </Form.Item>
      </Beside>
      <Form.Item name="detail" label="说明（可不填）">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="files" label="照片（可不传）">
        <PhotoPicker communityId={communityId} />
      </Form.Item>
    </EditDrawer>
  )
}

function typedOf({ kind, title, detail, begunOn, endedOn, files }: HouseholdEvent): Typed {
  return {
    kind,
    title,
    detail,
    begunOn,
    endedOn,
    files: files.map(({ id, url, thumbnailUrl }) => ({ id, url: thumbnailUrl ?? url })),
  }
}

function bodyOf({ kind, title, detail, begunOn, endedOn, files = [] }: Typed): AddHouseholdEvent {
  return {
    kind,
    title: title.trim(),
    begunOn,
    fileIds: files.map(({ id }) => id),
    ...(detail?.trim() ? { detail: detail.trim() } : {}),
    ...(endedOn ? { endedOn } : {}),
  }
}
