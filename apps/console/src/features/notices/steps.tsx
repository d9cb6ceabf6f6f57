import type { NoticeView, SeenNotice } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Form, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import type { ReactNode } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { keptPhotos, PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TextFields } from './notice-editor.tsx'
import { noticeKeys } from './queries.ts'

/** Takes a notice one step on: says so when it is done, and why when it is refused. */
export function useNoticeStep<Body extends SeenNotice>(
  send: (body: Body, idempotencyKey: string) => Promise<NoticeView>,
  done: string,
  onDone?: () => void,
) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const step = useSubmit(send, (notice) => {
    queries.setQueryData(noticeKeys(communityId).one(notice.id), notice)
    void queries.invalidateQueries({ queryKey: noticeKeys(communityId).all })
    message.success(done)
    onDone?.()
  })
  const reload = () => void queries.invalidateQueries({ queryKey: noticeKeys(communityId).all })
  return { ...step, refusal: <Refusal failure={step.failure} onReload={reload} /> }
}

interface StepProps {
  notice: NoticeView
  onClose: () => void
}

export function StepDialog<Typed extends object>({
  title,
  okText,
  initial,
  step,
  bodyOf,
  danger = false,
  children,
  onClose,
}: {
  title: string
  okText: string
  initial?: Partial<Typed>
  step: { submit: (body: never) => unknown; busy: boolean; refusal: ReactNode }
  bodyOf: (typed: Typed) => object
  danger?: boolean
  children: ReactNode
  onClose: () => void
}) {
  const [form] = Form.useForm<Typed>()
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ loading: step.busy, danger }}
      onOk={form.submit}
      onCancel={onClose}
      width={560}
    >
      {step.refusal}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial ?? {}}
        onFinish={(typed) => step.submit(bodyOf(typed) as never)}
      >
        {children}
      </Form>
    </Modal>
  )
}

const ReasonField = ({ label }: { label: string }) => (
  <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: `请填写${label}` }]}>
    <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} autoFocus />
  </Form.Item>
)

export function RefuseDialog({ notice: { id, version }, onClose }: StepProps) {
  const { communityId } = useCommunity()
  const step = useNoticeStep(
    (body: { reason: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/notices/{id}/refuse', { path: { communityId, id }, body, idempotencyKey }),
    '已退回给撰写人',
    onClose,
  )
  return (
    <StepDialog<{ reason: string }>
      title="不通过"
      okText="不通过"
      step={step}
      bodyOf={({ reason }) => ({ reason: reason.trim(), version })}
      danger
      onClose={onClose}
    >
      <ReasonField label="原因" />
    </StepDialog>
  )
}

export function WithdrawDialog({ notice: { id, version }, onClose }: StepProps) {
  const { communityId } = useCommunity()
  const step = useNoticeStep(
    (body: { reason: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/notices/{id}/withdraw', { path: { communityId, id }, body, idempotencyKey }),
    '已撤回，没有发出的不再发送',
    onClose,
  )
  return (
    <StepDialog<{ reason: string }>
      title="撤回公告"
      okText="撤回"
      step={step}
      bodyOf={({ reason }) => ({ reason: reason.trim(), version })}
      danger
      onClose={onClose}
    >
      <ReasonField label="撤回原因（住户会看到）" />
    </StepDialog>
  )
}

export function ScheduleDialog({ notice: { id, version }, onClose }: StepProps) {
  const { communityId } = useCommunity()
  const step = useNoticeStep(
    (body: { at: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/notices/{id}/schedule', { path: { communityId, id }, body, idempotencyKey }),
    '到时自动发布',
    onClose,
  )
  return (
    <StepDialog<{ at: Dayjs }>
      title="定时发布"
      okText="定时发布"
      initial={{ at: dayjs().add(1, 'day').hour(9).minute(0).second(0) }}
      step={step}
      bodyOf={({ at }) => ({ at: at.second(0).millisecond(0).toISOString(), version })}
      onClose={onClose}
    >
      <Form.Item name="at" label="发布时间" rules={[{ required: true, message: '请选择发布时间' }]}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" style={{ width: '100%' }} />
      </Form.Item>
    </StepDialog>
  )
}

interface TypedCorrection {
  title: string
  body: string
  photos?: KeptPhoto[]
  note: string
  tellAgain?: boolean
}

export function CorrectDialog({ notice: { id, version, title, body, files }, onClose }: StepProps) {
  const { communityId } = useCommunity()
  const step = useNoticeStep(
    (
      wish: { title: string; body: string; fileIds: string[]; note: string; tellAgain: boolean; version: number },
      idempotencyKey,
    ) => call('POST /communities/{communityId}/notices/{id}/correct', { path: { communityId, id }, body: wish, idempotencyKey }),
    '更正已提交，等另一位同事审核',
    onClose,
  )
  return (
    <StepDialog<TypedCorrection>
      title="更正公告"
      okText="提交审核"
      initial={{ title, body, photos: keptPhotos(files), tellAgain: true }}
      step={step}
      bodyOf={({ photos = [], tellAgain = false, ...typed }) => ({
        ...typed,
        fileIds: photos.map((photo) => photo.id),
        tellAgain,
        version,
      })}
      onClose={onClose}
    >
      <TextFields />
      <Form.Item name="photos" label="图片或视频">
        <PhotoPicker communityId={communityId} />
      </Form.Item>
      <Form.Item name="note" label="更正说明" rules={[{ required: true, whitespace: true, message: '请填写更正了什么' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="tellAgain" valuePropName="checked">
        <Checkbox>重新通知住户，并请他们再读一次</Checkbox>
      </Form.Item>
    </StepDialog>
  )
}

const words = { submit: '已提交审核', approve: '已通过', publish: '已发布，正在通知住户' } as const

export function PlainStep({ notice, step: name, children }: { notice: NoticeView; step: keyof typeof words; children: string }) {
  const { communityId } = useCommunity()
  const { modal } = App.useApp()
  const { id, version } = notice
  const step = useNoticeStep(
    (body: SeenNotice, idempotencyKey) =>
      call(`POST /communities/{communityId}/notices/{id}/${name}`, { path: { communityId, id }, body, idempotencyKey }),
    words[name],
  )
  const ask = () =>
    name === 'publish'
      ? modal.confirm({
          title: '现在发布？',
          content: `发给${notice.audienceText}的住户，发出的消息收不回来。`,
          okText: '发布',
          onOk: () => step.submit({ version }),
        })
      : step.submit({ version })
  return (
    <>
      <Button type="primary" loading={step.busy} onClick={() => void ask()}>
        {children}
      </Button>
      {step.refusal}
    </>
  )
}

export const useMayDecide = (notice: NoticeView) => useMay()('notices.approve') && notice.mayDecide
