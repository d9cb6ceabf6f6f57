import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { meterUnits, moneyLimits } from '@yinuo/contracts'
import type { ChargeView } from '@yinuo/contracts'
import { Button, Form, Input, InputNumber, Modal, Space } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useBillingChange } from './queries.ts'
import { thisMonth } from './today.ts'
import { countOf, perText, rateOf } from './words.ts'

interface Typed {
  validFrom: string
  rate: number
  tiers?: { above: number; rate: number }[]
}

/** A price from a day on; it takes the place of the one before, to the day. */
export function PriceDialog({ charge, onClose }: { charge: ChargeView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const change = useBillingChange(
    ({ validFrom, rate, tiers = [] }: Typed, idempotencyKey) =>
      call('POST /communities/{communityId}/charges/{id}/prices', {
        path: { communityId, id: charge.id },
        body: {
          validFrom,
          rate: rateOf(rate),
          tiers: tiers.map((tier) => ({ above: countOf(tier.above), rate: rateOf(tier.rate) })),
        },
        idempotencyKey,
      }),
    '单价已设定',
    onClose,
  )
  const per = `元/${perText(charge)}`
  return (
    <Modal
      open
      title={`${charge.name} · ${charge.prices.length > 0 ? '调价' : '设定单价'}`}
      okText="设定"
      okButtonProps={{ loading: change.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ validFrom: `${thisMonth()}-01` }}
        onFinish={(typed) => void change.submit(typed)}
      >
        <Form.Item
          name="validFrom"
          label="从哪天起"
          extra="月中调价按天分段计算，前一个单价到前一天为止。"
          rules={[{ required: true, message: '请选择日期' }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="rate" label="单价" rules={[{ required: true, message: '请填写单价' }]}>
          <InputNumber min={0} max={100_000} precision={4} suffix={per} style={{ width: '100%' }} autoFocus />
        </Form.Item>
        {charge.meterKind && (
          <Form.List name="tiers">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <Space key={key} align="baseline" wrap>
                    超过
                    <Form.Item name={[name, 'above']} noStyle rules={[{ required: true, message: '请填写起点' }]}>
                      <InputNumber min={0.001} precision={3} suffix={meterUnits[charge.meterKind!]} aria-label="阶梯起点" />
                    </Form.Item>
                    的部分
                    <Form.Item name={[name, 'rate']} noStyle rules={[{ required: true, message: '请填写单价' }]}>
                      <InputNumber min={0} precision={4} suffix={per} aria-label="阶梯单价" />
                    </Form.Item>
                    <Button type="text" icon={<DeleteOutlined />} aria-label="删除这一档" onClick={() => remove(name)} />
                  </Space>
                ))}
                {fields.length < moneyLimits.tiers && (
                  <Button icon={<PlusOutlined />} onClick={() => add()}>
                    加一档阶梯
                  </Button>
                )}
              </>
            )}
          </Form.List>
        )}
      </Form>
    </Modal>
  )
}
