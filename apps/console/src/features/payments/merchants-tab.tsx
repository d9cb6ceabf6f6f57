import { PlusOutlined } from '@ant-design/icons'
import { merchantModes } from '@yinuo/contracts'
import type { PayMerchantView } from '@yinuo/contracts'
import { App, Button, Form, InputNumber, Skeleton, Space, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { EmptyPlace, RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { fenOf } from '../../words/money.ts'
import { AddMerchantDrawer, MerchantKeysDrawer } from './merchant-drawers.tsx'
import { useMerchants, usePaymentChange, usePaymentRules, useRenewal } from './queries.ts'

/** Who takes the community's money by WeChat Pay, and how much of a refund one person decides. */
export function MerchantsTab() {
  const query = useMerchants()
  const [adding, setAdding] = useState(false)
  const [keysOf, setKeysOf] = useState<PayMerchantView | null>(null)
  return (
    <>
      <Panel
        title="微信支付商户号"
        extra={
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            添加商户号
          </Button>
        }
      >
        {query.isPending && <Skeleton active style={{ padding: 16 }} />}
        {query.isError && <RetryNote query={query} />}
        {query.data?.length === 0 && (
          <EmptyPlace title="还没有商户号" hint="从微信支付商户平台取得商户号、API 证书、APIv3 密钥和微信支付公钥后添加。" />
        )}
        {query.data && query.data.length > 0 && <MerchantTable merchants={query.data} onKeys={setKeysOf} />}
      </Panel>
      <RefundLimit />
      {adding && <AddMerchantDrawer onClose={() => setAdding(false)} />}
      {keysOf && <MerchantKeysDrawer merchant={keysOf} onClose={() => setKeysOf(null)} />}
    </>
  )
}

function MerchantTable({ merchants, onKeys }: { merchants: PayMerchantView[]; onKeys: (merchant: PayMerchantView) => void }) {
  const { communityId } = useCommunity()
  const { modal } = App.useApp()
  const renew = useRenewal()
  const testing = usePaymentChange(
    ({ id }: PayMerchantView, idempotencyKey) =>
      call('POST /communities/{communityId}/pay-merchants/{id}/test', { path: { communityId, id }, idempotencyKey }),
    (all) => (all.some(({ inUse, testTrouble }) => inUse && testTrouble) ? null : '已测试'),
  )
  const stopping = usePaymentChange(
    ({ id, version }: PayMerchantView, idempotencyKey) =>
      call('POST /communities/{communityId}/pay-merchants/{id}/stop', {
        path: { communityId, id },
        body: { version },
        idempotencyKey,
      }),
    '已停用',
  )
  const stop = (merchant: PayMerchantView) =>
    modal.confirm({
      title: `停用商户号 ${merchant.mchid}？`,
      content: '不再接受新的微信支付；已经收的钱仍可查询和退款。',
      okButtonProps: { danger: true },
      okText: '停用',
      onOk: () => stopping.submit(merchant),
    })
  return (
    <>
      <Refusal failure={testing.failure ?? stopping.failure} onReload={renew} />
      <Table<PayMerchantView>
        rowKey="id"
        dataSource={merchants}
        pagination={false}
        scroll={{ x: 1100 }}
        columns={[
          {
            title: '商户号',
            width: 190,
            render: (_, row) => (
              <>
                {row.mchid}
                {row.subMchid && <div style={{ color: 'var(--secondary)' }}>子商户 {row.subMchid}</div>}
              </>
            ),
          },
          { title: '接入', width: 100, render: (_, row) => merchantModes[row.mode] },
          { title: '范围', width: 100, render: (_, row) => (row.ofCompany ? '全公司' : '本小区') },
          {
            title: '公钥或证书',
            render: (_, row) => (
              <>
                {row.keySerial}
                {row.keySerials.length > 1 && (
                  <div style={{ color: 'var(--secondary)' }}>切换中：{row.keySerials.length} 个同时有效</div>
                )}
              </>
            ),
          },
          {
            title: '状态',
            width: 210,
            render: (_, row) => (
              <>
                {row.stoppedAt ? (
                  <StateTag tone="done">已停用</StateTag>
                ) : (
                  <StateTag tone={row.inUse ? 'onTime' : 'waiting'}>{row.inUse ? '正在使用' : '备用'}</StateTag>
                )}
                {row.testTrouble && <div style={{ color: 'var(--late)' }}>{row.testTrouble}</div>}
                {row.testedAt && !row.testTrouble && (
                  <div style={{ color: 'var(--secondary)' }}>
                    连接正常 <TimeText at={row.testedAt} />
                  </div>
                )}
              </>
            ),
          },
          {
            title: '操作',
            width: 240,
            fixed: 'right',
            render: (_, row) =>
              !row.stoppedAt && (
                <Space size={4}>
                  <Button size="small" loading={testing.busy} onClick={() => testing.submit(row)}>
                    测试连接
                  </Button>
                  <Button size="small" onClick={() => onKeys(row)}>
                    更换公钥
                  </Button>
                  <Button size="small" danger onClick={() => stop(row)}>
                    停用
                  </Button>
                </Space>
              ),
          },
        ]}
      />
    </>
  )
}

function RefundLimit() {
  const { communityId } = useCommunity()
  const query = usePaymentRules()
  const renew = useRenewal()
  const setting = usePaymentChange(
    ({ yuan }: { yuan: number }, idempotencyKey) =>
      call('PUT /communities/{communityId}/payment-rules', {
        path: { communityId },
        body: { refundAloneFen: fenOf(yuan), version: query.data!.version },
        idempotencyKey,
      }),
    '已保存',
  )
  return (
    <Panel title="退款审批" padded>
      {query.isError && <RetryNote query={query} />}
      <Refusal failure={setting.failure} onReload={renew} />
      {query.data && (
        <Form<{ yuan: number }>
          key={query.data.version}
          layout="inline"
          initialValues={{ yuan: query.data.refundAloneFen / 100 }}
          onFinish={setting.submit}
        >
          <Form.Item name="yuan" label="同一笔收款累计退款不超过" rules={[{ required: true, message: '请填写金额' }]}>
            <InputNumber min={0} max={10_000} precision={2} suffix="元" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item>
            <span style={{ color: 'var(--secondary)' }}>不用另一位同事审批；0 表示每笔都要审批</span>
          </Form.Item>
          <Button htmlType="submit" loading={setting.busy}>
            保存
          </Button>
        </Form>
      )}
    </Panel>
  )
}
