import { PlusOutlined } from '@ant-design/icons'
import { codesOf, exemptionKinds, moneyLimits } from '@yinuo/contracts'
import type { ExemptionDraft, ExemptionView, UnitRow } from '@yinuo/contracts'
import { Button, Checkbox, Form, Input, InputNumber, Modal, Popconfirm, Select, Space, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'
import { BillingTabs } from './billing-tabs.tsx'
import { useBillingChange, useCharges, useExemptions } from './queries.ts'
import { today } from './today.ts'

/** Which homes pay less of which charge, since when, and why. */
export function ExemptionsPage() {
  const { name } = useCommunity()
  const may = useMay()
  const [inForce, setInForce] = useState(true)
  const query = useExemptions(inForce)
  const [adding, setAdding] = useState(false)
  const add = may('billing.edit') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      登记减免
    </Button>
  )
  return (
    <Page title="减免与空置" about={`${name}哪些房屋少收、少收多少、从哪天到哪天，按天计算`} actions={add}>
      <BillingTabs />
      <Panel>
        <Bar>
          <Checkbox checked={inForce} onChange={(event) => setInForce(event.target.checked)}>
            只看现在和以后有效的
          </Checkbox>
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="没有减免" hint="空置备案、政策减免等登记在这里，生成账单时按天折算。" action={add} />}
        >
          <Table<ExemptionView>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 860 }}
            columns={[
              { title: '房屋', dataIndex: 'unitLabel' },
              { title: '项目', width: 140, dataIndex: 'chargeName' },
              { title: '减免', width: 130, render: (_, { kind, percent }) => `${exemptionKinds[kind]} 减 ${percent}%` },
              { title: '期间', width: 210, render: (_, { validFrom, validUntil }) => `${validFrom} 至 ${validUntil ?? '以后'}` },
              { title: '原因', width: 160, dataIndex: 'reason' },
              { title: '经办', width: 90, dataIndex: 'grantedByName' },
              {
                title: '',
                width: 170,
                align: 'right',
                render: (_, row) =>
                  row.withdrawn ? <StateTag tone="done">已撤销</StateTag> : may('billing.edit') && <Actions exemption={row} />,
              },
            ]}
          />
        </Listing>
      </Panel>
      {adding && <ExemptionDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Actions({ exemption: { id, version, validUntil } }: { exemption: ExemptionView }) {
  const { communityId } = useCommunity()
  const [until, setUntil] = useState(today)
  const end = useBillingChange(
    (body: { validUntil: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/exemptions/{id}/end', { path: { communityId, id }, body, idempotencyKey }),
    '已设定结束日期',
  )
  const withdraw = useBillingChange(
    (body: { version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/exemptions/{id}/withdraw', { path: { communityId, id }, body, idempotencyKey }),
    '减免已撤销',
  )
  return (
    <>
      <Refusal failure={end.failure ?? withdraw.failure} />
      <Space size={0}>
        {!validUntil && (
          <Popconfirm
            title="到哪天为止？"
            description={
              <Input type="date" aria-label="结束日期" value={until} onChange={(event) => setUntil(event.target.value)} />
            }
            okText="结束"
            onConfirm={() => end.submit({ validUntil: until, version })}
          >
            <Button type="link">结束</Button>
          </Popconfirm>
        )}
        <Popconfirm
          title="撤销这项减免？"
          description="登记错了才撤销；已生成的账单不变。"
          okText="撤销"
          onConfirm={() => withdraw.submit({ version })}
        >
          <Button type="link" danger>
            撤销
          </Button>
        </Popconfirm>
      </Space>
    </>
  )
}

type Typed = Omit<ExemptionDraft, 'unitId'>

function ExemptionDialog({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const [unit, setUnit] = useState<UnitRow | null>(null)
  const charges = (useCharges().data ?? []).filter(
    ({ basis, stoppedOn }) => !stoppedOn && basis !== 'meter' && basis !== 'shared',
  )
  const change = useBillingChange(
    (body: ExemptionDraft, idempotencyKey) =>
      call('POST /communities/{communityId}/exemptions', { path: { communityId }, body, idempotencyKey }),
    '减免已登记',
    onClose,
  )
  const send = ({ validUntil, reason, ...typed }: Typed) =>
    unit && void change.submit({ ...typed, unitId: unit.id, reason: reason.trim(), ...(validUntil && { validUntil }) })
  return (
    <Modal
      open
      title="登记减免"
      okText="登记"
      okButtonProps={{ loading: change.busy, disabled: !unit }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'vacancy', percent: 30, validFrom: today() }}
        onFinish={send}
      >
        <Form.Item label="房屋">
          <HouseholdSearch communityId={communityId} value={unit} onChange={setUnit} />
        </Form.Item>
        <Form.Item name="chargeId" label="收费项目" rules={[{ required: true, message: '请选择收费项目' }]}>
          <Select options={charges.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="kind" label="类型">
          <Select options={codesOf(exemptionKinds).map((value) => ({ value, label: exemptionKinds[value] }))} />
        </Form.Item>
        <Form.Item name="percent" label="减多少" rules={[{ required: true, message: '请填写比例' }]}>
          <InputNumber min={1} max={100} precision={0} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="validFrom" label="从哪天起" rules={[{ required: true, message: '请选择日期' }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="validUntil" label="到哪天为止（可不填）">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
          <Input maxLength={moneyLimits.reason} placeholder="例如 空置备案" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
