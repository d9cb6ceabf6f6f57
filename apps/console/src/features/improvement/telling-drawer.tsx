import { improvementLimits } from '@yinuo/contracts'
import type { ImprovementView, TellingWish } from '@yinuo/contracts'
import { App, Button, Drawer, Form, Input } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import styles from './improvement.module.css'
import { useRenewal, useTellingReach } from './queries.ts'

interface Typed {
  said: string
  changed: string
  photos?: KeptPhoto[]
}

function typedOf({ telling, finding, measure }: ImprovementView): Typed {
  if (!telling) return { said: finding.slice(0, 300), changed: measure.slice(0, 500) }
  const photos = telling.files.map(({ id, url, thumbnailUrl }) => ({ id, url: thumbnailUrl ?? url }))
  return { said: telling.said, changed: telling.changed, photos }
}

/** The words first, with how many they reach; then they go out. */
export function TellingDrawer({ item, onClose }: { item: ImprovementView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<Typed>()
  const isTold = item.telling !== null
  const path = { communityId, id: item.id }
  const { submit, busy, failure } = useSubmit(
    (body: TellingWish, idempotencyKey) =>
      isTold
        ? call('PUT /communities/{communityId}/improvements/{id}/telling', { path, body })
        : call('POST /communities/{communityId}/improvements/{id}/tell', { path, body, idempotencyKey }),
    () => {
      message.success(isTold ? '已公布' : '已公布，正在告诉提出的人')
      renew()
      onClose()
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={isTold ? '修改公布的内容' : '告诉提出的人'}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {isTold ? '公布' : '告诉提出的人并公布'}
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} onReload={renew} />
      {isTold ? <p className={styles['reach']}>只改住户页面上的内容，不会再发消息。</p> : <Reach id={item.id} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={typedOf(item)}
        onFinish={({ said, changed, photos = [] }) =>
          submit({ said, changed, fileIds: photos.map(({ id }) => id), version: item.version })
        }
      >
        <Form.Item
          name="said"
          label="住户说了什么"
          extra="全体住户都会看到，不要写姓名、房号和电话"
          rules={[{ required: true, whitespace: true, message: '请写一句住户看得懂的话' }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="changed" label="我们改了什么" rules={[{ required: true, whitespace: true, message: '请写明改了什么' }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="photos" label={`图片（最多 ${improvementLimits.files} 张，可不放）`}>
          <PhotoPicker communityId={communityId} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

function Reach({ id }: { id: string }) {
  const { communityId } = useCommunity()
  const { data } = useTellingReach(communityId, id)
  if (!data) return <p className={styles['reach']}>正在数能告诉多少人…</p>
  return (
    <p className={styles['reach']}>
      <strong>发消息给 {data.people} 人</strong>，每人一条；{data.cases} 件工单的进展里都写上这句话。
      {data.onTimelineOnly > 0 && `其中 ${data.onTimelineOnly} 件是匿名或没有绑定微信的，只写在进展里，不发消息。`}
      全体住户可以在小程序“因为您说了，我们改了”里看到。
    </p>
  )
}
