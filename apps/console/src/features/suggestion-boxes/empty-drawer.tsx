import { boxLimits } from '@yinuo/contracts'
import type { BoxOpeningView, NewBoxOpening, SuggestionBox } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Form, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { serverNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { boxKeys } from './queries.ts'

interface Typed {
  openedAt: Dayjs
  witness: string
  slips: number
  note?: string
  photos?: KeptPhoto[]
}

interface EmptyProps {
  box: SuggestionBox
  onClose: () => void
  onEmptied: (opening: BoxOpeningView) => void
}

/** A box is opened before a witness and its slips are counted; what stands on them is written down after that. */
export function EmptyDrawer({ box, onClose, onEmptied }: EmptyProps) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const { submit, busy, failure } = useSubmit(
    (body: NewBoxOpening, idempotencyKey) =>
      call('POST /communities/{communityId}/suggestion-boxes/{id}/openings', {
        path: { communityId, id: box.id },
        body,
        idempotencyKey,
      }),
    (opening) => {
      void queries.invalidateQueries({ queryKey: boxKeys(communityId).all })
      onEmptied(opening)
    },
  )
  const send = ({ openedAt, witness, slips, note, photos = [] }: Typed) =>
    submit({
      openedAt: openedAt.toISOString(),
      witness: witness.trim(),
      slips,
      fileIds: photos.map(({ id }) => id),
      ...(note?.trim() ? { note: note.trim() } : {}),
    })
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title={`开箱 · ${box.name}`}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            登记开箱
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ openedAt: dayjs(serverNow()) }}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="openedAt" label="什么时候开的" rules={[{ required: true, message: '请选择开箱时间' }]}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" maxDate={dayjs(serverNow())} />
        </Form.Item>
        <Form.Item name="witness" label="见证人" rules={[{ required: true, whitespace: true, message: '请填写在场的见证人' }]}>
          <Input maxLength={40} placeholder="如 业主代表 林女士" />
        </Form.Item>
        <Form.Item
          name="slips"
          label="箱里有几张"
          extra="当场清点。没有就填 0；字迹无法辨认的也算。"
          rules={[{ required: true, message: '请填写张数，没有填 0' }]}
        >
          <InputNumber min={0} max={boxLimits.slips} precision={0} suffix="张" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} placeholder="如 锁有损坏，已报修" />
        </Form.Item>
        <Form.Item name="photos" label="照片（可不传）">
          <PhotoPicker communityId={communityId} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
