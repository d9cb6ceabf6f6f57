import { chargeBases, chargeCycles, codesOf, funds, meterKinds, moneyLimits, spaceTenures, unitUses } from '@yinuo/contracts'
import type { ChargeBasis, ChargeDraft, ChargeView } from '@yinuo/contracts'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useBuildings } from '../archive/structure/queries.ts'
import { useBillingChange } from './queries.ts'

const optionsOf = (labels: Readonly<Record<string, string>>) => codesOf(labels).map((value) => ({ value, label: labels[value]! }))

const fresh = {
  fund: 'property-fee',
  basis: 'area',
  cycle: 'month',
  dueAfterDays: 30,
  uses: [],
  buildingIds: [],
  tenures: [],
  note: '',
} as const

/** A new charge, or one that is there: whose money it is, what it is reckoned by and its periods stay. */
export function ChargeEditor({
  charge,
  onClose,
  onSaved,
}: {
  charge?: ChargeView
  onClose: () => void
  onSaved: (charge: ChargeView) => void
}) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<ChargeDraft>()
  const buildings = useBuildings(communityId)
  const basis = Form.useWatch<ChargeBasis | undefined>('basis', form) ?? charge?.basis
  const change = useBillingChange(
    ({ name, dueAfterDays, note, uses, buildingIds, tenures, ...fixed }: ChargeDraft, idempotencyKey) => {
      const edit = { name: name.trim(), dueAfterDays, note: note?.trim() ?? '', uses, buildingIds, tenures: tenures ?? [] }
      return charge
        ? call('PUT /communities/{communityId}/charges/{id}', {
            path: { communityId, id: charge.id },
            body: { ...edit, version: charge.version },
          })
        : call('POST /communities/{communityId}/charges', { path: { communityId }, body: { ...edit, ...fixed }, idempotencyKey })
    },
    charge ? '收费项目已修改' : '收费项目已建立，请设定单价',
    onSaved,
  )
  return (
    <Modal
      open
      title={charge ? `修改“${charge.name}”` : '新建收费项目'}
      okText={charge ? '保存' : '建立'}
      okButtonProps={{ loading: change.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <Form<ChargeDraft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={charge ?? fresh}
        onFinish={(typed) => void change.submit(typed)}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={moneyLimits.chargeName} autoFocus placeholder="例如 物业费" />
        </Form.Item>
        {!charge && (
          <>
            <Form.Item name="fund" label="资金归属" extra="账簿和收支公示按资金归属分开，定了不能改。">
              <Select options={optionsOf(funds)} />
            </Form.Item>
            <Form.Item name="basis" label="计费方式">
              <Select options={optionsOf(chargeBases)} />
            </Form.Item>
            {basis === 'meter' && (
              <Form.Item name="meterKind" label="表的种类" rules={[{ required: true, message: '请选择表的种类' }]}>
                <Select options={optionsOf(meterKinds)} />
              </Form.Item>
            )}
            <Form.Item name="cycle" label="收费周期">
              <Select options={optionsOf(chargeCycles)} />
            </Form.Item>
          </>
        )}
        <Form.Item name="dueAfterDays" label="缴费期限" rules={[{ required: true, message: '请填写天数' }]}>
          <InputNumber min={0} max={366} precision={0} suffix="天（从账期第一天起）" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="uses" label="房屋用途（不选为全部）">
          <Select mode="multiple" options={optionsOf(unitUses)} />
        </Form.Item>
        <Form.Item name="buildingIds" label="楼栋（不选为全部）">
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {basis === 'space' && (
          <Form.Item name="tenures" label="车位产权（不选为全部）">
            <Select mode="multiple" options={optionsOf(spaceTenures)} />
          </Form.Item>
        )}
        <Form.Item name="note" label="说明（可不填）">
          <Input.TextArea maxLength={moneyLimits.text} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
