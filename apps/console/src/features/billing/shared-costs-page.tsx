import { PlusOutlined } from '@ant-design/icons'
import { codesOf, moneyLimits, shareKeys } from '@yinuo/contracts'
import type { ShareKey, SharedCostDraft, SharedCostView } from '@yinuo/contracts'
import { Button, Form, Input, InputNumber, Modal, Popconfirm, Select, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { fenOf, yuan } from '../../words/money.ts'
import { BillingTabs } from './billing-tabs.tsx'
import styles from './billing.module.css'
import { useBillingChange, useCharges, useSharedCosts } from './queries.ts'
import { thisMonth } from './today.ts'

/** Costs of a period that are divided among homes, with their vouchers. */
export function SharedCostsPage() {
  const { name, communityId } = useCommunity()
  const may = useMay()
  const query = useSharedCosts()
  const [adding, setAdding] = useState(false)
  const withdraw = useBillingChange(
    ({ id, version }: { id: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/shared-costs/{id}/withdraw', {
        path: { communityId, id },
        body: { version },
        idempotencyKey,
      }),
    '费用已撤销',
  )
  const add = may('billing.edit') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      登记费用
    </Button>
  )
  return (
    <Page title="分摊费用" about={`${name}要分摊给各户的费用，分完一分不多一分不少`} actions={add}>
      <BillingTabs />
      <Panel>
        <Refusal failure={withdraw.failure} />
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            <EmptyPlace
              title="没有分摊费用"
              hint={
                <>
                  先建一个计费方式为“分摊”的<Link to={`/c/${communityId}/charges`}>收费项目</Link>，再登记每期的费用。
                </>
              }
              action={add}
            />
          }
        >
          <Table<SharedCostView>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 860 }}
            columns={[
              { title: '账期', width: 100, render: (_, { periodFrom }) => periodFrom.slice(0, 7) },
              { title: '项目', width: 150, dataIndex: 'chargeName' },
              { title: '费用', dataIndex: 'text' },
              {
                title: '金额',
                width: 130,
                align: 'right',
                className: styles['fen']!,
                render: (_, { amountFen }) => yuan(amountFen),
              },
              { title: '分摊方式', width: 110, render: (_, { shareKey }) => shareKeys[shareKey] },
              {
                title: '凭证',
                width: 90,
                render: (_, { files }) =>
                  files.length > 0
                    ? files.map(({ id, url }, index) => (
                        <a key={id} href={url} target="_blank" rel="noreferrer" style={{ marginRight: 6 }}>
                          {index + 1}
                        </a>
                      ))
                    : '—',
              },
              { title: '账单', width: 80, align: 'right', render: (_, { bills }) => bills || '—' },
              { title: '经办', width: 90, dataIndex: 'enteredByName' },
              {
                title: '',
                width: 80,
                align: 'right',
                render: (_, { id, version, bills }) =>
                  may('billing.edit') &&
                  bills === 0 && (
                    <Popconfirm title="撤销这笔费用？" okText="撤销" onConfirm={() => withdraw.submit({ id, version })}>
                      <Button type="link" danger>
                        撤销
                      </Button>
                    </Popconfirm>
                  ),
              },
            ]}
          />
        </Listing>
      </Panel>
      {adding && <CostDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

interface Typed {
  chargeId: string
  month: string
  amount: number
  shareKey: ShareKey
  text: string
  photos?: KeptPhoto[]
}

function CostDialog({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const charges = (useCharges().data ?? []).filter(({ basis, stoppedOn }) => basis === 'shared' && !stoppedOn)
  const change = useBillingChange(
    (body: SharedCostDraft, idempotencyKey) =>
      call('POST /communities/{communityId}/shared-costs', { path: { communityId }, body, idempotencyKey }),
    '费用已登记，生成账单时分摊',
    onClose,
  )
  const send = ({ amount, photos = [], text, ...typed }: Typed) =>
    void change.submit({ ...typed, text: text.trim(), amountFen: fenOf(amount), fileIds: photos.map(({ id }) => id) })
  return (
    <Modal open title="登记分摊费用" okText="登记" okButtonProps={{ loading: change.busy }} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={change.failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ month: thisMonth(), shareKey: 'area' }}
        onFinish={send}
      >
        <Form.Item name="chargeId" label="分摊项目" rules={[{ required: true, message: '请选择分摊项目' }]}>
          <Select
            options={charges.map(({ id, name }) => ({ value: id, label: name }))}
            notFoundContent="还没有计费方式为“分摊”的收费项目"
          />
        </Form.Item>
        <Form.Item name="month" label="账期" rules={[{ required: true, message: '请选择账期' }]}>
          <Input type="month" />
        </Form.Item>
        <Form.Item name="amount" label="费用" rules={[{ required: true, message: '请填写费用' }]}>
          <InputNumber min={0.01} precision={2} suffix="元" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="shareKey" label="分摊方式">
          <Select options={codesOf(shareKeys).map((value) => ({ value, label: shareKeys[value] }))} />
        </Form.Item>
        <Form.Item name="text" label="费用说明" rules={[{ required: true, whitespace: true, message: '请写明是什么费用' }]}>
          <Input maxLength={moneyLimits.text} placeholder="例如 3 月楼道照明电费" />
        </Form.Item>
        <Form.Item name="photos" label="凭证照片（可不传）">
          <PhotoPicker communityId={communityId} most={9} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
