import { arrearsLimits, funds } from '@yinuo/contracts'
import type { LateFeeTermsRow, SetLateFeeTerms } from '@yinuo/contracts'
import { App, Button, DatePicker, Drawer, Form, Input, InputNumber, Switch, Table } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { useLateFeeTerms, useRenewal } from './queries.ts'
import { rateWord } from './words.ts'

/** On which charges a contract puts a late fee. Off unless somebody says so here. */
export function TermsDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const query = useLateFeeTerms(communityId)
  const [editing, setEditing] = useState<LateFeeTermsRow | null>(null)
  const rows = query.data ?? []
  return (
    <Drawer open onClose={onClose} size={760} title="违约金约定">
      <p style={{ color: 'var(--secondary)' }}>
        默认不收。合同有约定的收费项目才设置：按日单利、从宽限期后起算、封顶，不对违约金再计违约金。账单缴清时按实际天数生成一张违约金账单，附计算过程。
      </p>
      {editing && <TermsForm key={editing.chargeId} terms={editing} onClose={() => setEditing(null)} />}
      <Listing query={query} count={rows.length} empty={<EmptyPlace title="还没有收费项目" hint="先在“账单”里设置收费项目。" />}>
        <Table<LateFeeTermsRow>
          rowKey="chargeId"
          size="small"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 640 }}
          columns={[
            {
              title: '收费项目',
              render: (_, row) => (
                <>
                  {row.chargeName}
                  <div style={{ color: 'var(--secondary)' }}>{funds[row.fund]}</div>
                </>
              ),
            },
            {
              title: '违约金',
              render: (_, row) =>
                row.active ? (
                  <>
                    <StateTag tone="soon">收取</StateTag> {rateWord(row.rate!)}，缴费日后 {row.graceDays} 天起算，最多账单的{' '}
                    {row.capPercent}%
                    <div style={{ color: 'var(--secondary)' }}>
                      {row.contract}，{row.validFrom} 起到期的账单
                    </div>
                  </>
                ) : (
                  <StateTag tone="done">不收</StateTag>
                ),
            },
            {
              title: '',
              width: 72,
              render: (_, row) =>
                may('billing.edit') && (
                  <Button size="small" onClick={() => setEditing(row)}>
                    设置
                  </Button>
                ),
            },
          ]}
        />
      </Listing>
    </Drawer>
  )
}

type Fields = Omit<SetLateFeeTerms, 'validFrom' | 'version'> & { validFrom: Dayjs }

function TermsForm({ terms, onClose }: { terms: LateFeeTermsRow; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<Fields>()
  const done = () => {
    message.success('已保存')
    renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (body: SetLateFeeTerms) =>
      call('PUT /communities/{communityId}/late-fee-terms/{chargeId}', { path: { communityId, chargeId: terms.chargeId }, body }),
    done,
  )
  const rate = Form.useWatch('rate', form)
  return (
    <div style={{ padding: 16, marginBottom: 16, borderRadius: 8, background: 'var(--page)' }}>
      <Refusal failure={failure} onReload={renew} />
      <h3 style={{ margin: '0 0 12px' }}>{terms.chargeName}</h3>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          active: terms.version === 0 ? true : terms.active,
          rate: terms.rate ?? 30,
          graceDays: terms.graceDays ?? 30,
          capPercent: terms.capPercent ?? 10,
          contract: terms.contract ?? '',
          validFrom: dayjs(terms.validFrom ?? undefined),
        }}
        onFinish={({ validFrom, ...fields }: Fields) =>
          submit({ ...fields, validFrom: validFrom.format('YYYY-MM-DD'), version: terms.version })
        }
      >
        <Form.Item name="active" label="收取违约金" valuePropName="checked">
          <Switch checkedChildren="收" unCheckedChildren="不收" />
        </Form.Item>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 16px' }}>
          <Form.Item
            name="rate"
            label="每天十万分之"
            rules={[{ required: true, message: '请填写比例' }]}
            extra={typeof rate === 'number' ? rateWord(rate) : undefined}
          >
            <InputNumber min={1} max={arrearsLimits.rate} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="graceDays" label="缴费日后几天起算" rules={[{ required: true, message: '请填写天数' }]}>
            <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="capPercent" label="最多为账单金额的（%）" rules={[{ required: true, message: '请填写封顶比例' }]}>
            <InputNumber min={1} max={arrearsLimits.capPercent} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="validFrom" label="从这天起到期的账单" rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item name="contract" label="合同依据" rules={[{ required: true, whitespace: true, message: '请写明合同条款' }]}>
          <Input maxLength={arrearsLimits.contract} placeholder="如：物业服务合同第十二条" />
        </Form.Item>
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            保存
          </Button>
        </div>
      </Form>
    </div>
  )
}
