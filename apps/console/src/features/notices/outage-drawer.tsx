import { outageServices, outageUpdateKinds } from '@yinuo/contracts'
import type { NewOutageUpdate, OutageRecovery, OutageView } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Descriptions, Drawer, Form, Input, Skeleton, Timeline } from 'antd'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { minuteOf } from './announce-drawer.tsx'
import { Reach } from './audience-field.tsx'
import { OutageTag } from './marks.tsx'
import { noticeKeys, useOutage } from './queries.ts'

/** One outage: how it stands, what was told, and the next word to those it affects. */
export function OutageDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const query = useOutage(communityId, id)
  const outage = query.data
  return (
    <Drawer open onClose={onClose} size={560} title={outage ? `${outage.scope}${outageServices[outage.service]}` : '停用通知'}>
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {outage && (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'state', label: '状态', children: <OutageTag outage={outage} /> },
              { key: 'cause', label: '原因', children: outage.cause },
              { key: 'from', label: '开始', children: <TimeText at={outage.startsAt} /> },
              { key: 'until', label: '预计恢复', children: <TimeText at={outage.expectedUntil} /> },
            ]}
          />
          {may('notices.edit') && outage.state === 'announced' && <NextWord key={outage.version} outage={outage} />}
          <Timeline
            style={{ marginTop: 20 }}
            items={outage.updates.map((update) => ({
              key: update.id,
              content: (
                <>
                  <strong>{outageUpdateKinds[update.kind]}</strong> <TimeText at={update.at} /> {update.writtenByName}
                  <div>{update.text}</div>
                </>
              ),
            }))}
          />
        </>
      )}
    </Drawer>
  )
}

function NextWord({ outage: { id, version, audience, urgent } }: { outage: OutageView }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ text: string; expectedUntil?: Dayjs }>()
  const done = (word: string) => (changed: OutageView) => {
    queries.setQueryData(noticeKeys(communityId).outage(id), changed)
    void queries.invalidateQueries({ queryKey: noticeKeys(communityId).all })
    message.success(word)
  }
  const path = { communityId, id }
  const updating = useSubmit(
    (body: NewOutageUpdate, idempotencyKey) =>
      call('POST /communities/{communityId}/outages/{id}/update', { path, body, idempotencyKey }),
    done('已告诉受影响的住户'),
  )
  const recovering = useSubmit(
    (body: OutageRecovery, idempotencyKey) =>
      call('POST /communities/{communityId}/outages/{id}/recover', { path, body, idempotencyKey }),
    done('已登记恢复，并告诉受影响的住户'),
  )
  const recover = async () => {
    const { text } = await form.validateFields(['text'])
    await recovering.submit({ text: text.trim(), version })
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ marginTop: 16 }}
      onFinish={({ text, expectedUntil }) =>
        updating.submit({ text: text.trim(), ...(expectedUntil && { expectedUntil: minuteOf(expectedUntil) }), version })
      }
    >
      <Refusal failure={updating.failure ?? recovering.failure} />
      <Form.Item
        name="text"
        label="进展或恢复说明"
        rules={[{ required: true, whitespace: true, message: '请写一句住户看得懂的话' }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="expectedUntil" label="新的预计恢复时间（没有变化不填）">
        <DatePicker showTime={{ format: 'HH:mm' }} format="M月D日 HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item>
        <Reach audience={audience} urgent={urgent} />
      </Form.Item>
      <div style={{ display: 'flex', gap: 8 }}>
        <Button htmlType="submit" loading={updating.busy}>
          发布进展
        </Button>
        <Button type="primary" loading={recovering.busy} onClick={() => void recover()}>
          登记恢复
        </Button>
      </div>
    </Form>
  )
}
