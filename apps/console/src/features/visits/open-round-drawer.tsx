import { visitWays } from '@yinuo/contracts'
import type { NewVisitRound, VisitRoundView } from '@yinuo/contracts'
import { App, Button, DatePicker, Drawer, Form, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useBuildings } from '../archive/structure/queries.ts'
import { useRenewVisits } from './queries.ts'

interface Typed {
  way: NewVisitRound['way']
  buildingIds: string[]
  endsOn: Dayjs
}

/** A round beside the plan: of some buildings, or of all in the place of the one that runs. */
export function OpenRoundDrawer({ onClose, onOpened }: { onClose: () => void; onOpened: (round: VisitRoundView) => void }) {
  const { communityId } = useCommunity()
  const { message, modal } = App.useApp()
  const renew = useRenewVisits(communityId)
  const buildings = useBuildings(communityId)
  const [form] = Form.useForm<Typed>()
  const chosen = Form.useWatch('buildingIds', form)
  const { submit, busy, failure } = useSubmit(
    (body: NewVisitRound, idempotencyKey) =>
      call('POST /communities/{communityId}/visit-rounds', { path: { communityId }, body, idempotencyKey }),
    (round) => {
      message.success(`第 ${round.number} 轮已开始，共 ${round.total} 户`)
      renew()
      onOpened(round)
    },
  )
  const send = ({ endsOn, ...typed }: Typed) => {
    const body = { ...typed, endsOn: endsOn.format('YYYY-MM-DD') }
    if (typed.buildingIds.length > 0) return void submit(body)
    modal.confirm({
      title: '全小区重新开始一轮？',
      content: '正在进行的各轮会立即结束，没做完的回访移到新的一轮，应访的周重新安排。',
      okText: '重新开始',
      onOk: () => submit(body),
    })
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title="开始一轮回访"
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            开始
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ way: 'door', buildingIds: [], endsOn: dayjs().add(3, 'month') }}
        onFinish={send}
      >
        <Form.Item
          name="buildingIds"
          label="楼栋"
          extra={
            chosen?.length
              ? '这些楼栋里还没做的回访会移到新的一轮，其余楼栋不变。'
              : '不选就是全小区：正在进行的各轮随之结束，没做完的移到新的一轮。'
          }
        >
          <Select
            mode="multiple"
            allowClear
            placeholder="全小区"
            options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="way" label="方式">
          <Radio.Group optionType="button" options={Object.entries(visitWays).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label="到哪天为止"
          extra="回访按周平均排开，最久没回访的住户排在最前。"
          rules={[{ required: true, message: '请选择结束日期' }]}
        >
          <DatePicker
            format="YYYY年M月D日"
            style={{ width: '100%' }}
            minDate={dayjs().add(1, 'day')}
            maxDate={dayjs().add(5, 'year')}
          />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
