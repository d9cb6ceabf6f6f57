import { fundRecordAccounts, fundRecordSides, funds, incomeCategories, moneyLimits, spendingCategories } from '@yinuo/contracts'
import type { Fund, FundRecordAccount, FundRecordSide, FundRecordView, NewFundRecord } from '@yinuo/contracts'
import { App, Button, DatePicker, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { fenOf, yuan } from '../../words/money.ts'
import { optionsOf } from '../ledger/entries-tab.tsx'
import { useRenewal } from '../ledger/queries.ts'
import { VoucherFields, voucherIds, type VoucherChoice } from '../ledger/voucher-fields.tsx'
import { useRecordRules, useSuppliers } from './queries.ts'

interface EnterForm extends VoucherChoice {
  side: FundRecordSide
  fund: Fund
  category: string
  yuan: number
  day: Dayjs
  account: FundRecordAccount
  supplierId?: string
  reference?: string
  text: string
}

const needed = (message: string) => [{ required: true, message }]

/** Spending, or income that is not a bill, with what proves it. */
export function EnterDrawer({
  initial,
  onDone,
  onClose,
}: {
  initial: Partial<EnterForm>
  onDone: (record: FundRecordView) => void
  onClose: () => void
}) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const rules = useRecordRules(communityId)
  const [form] = Form.useForm<EnterForm>()
  const side = Form.useWatch('side', form) ?? initial.side ?? 'spending'
  const typed = Form.useWatch('yuan', form) ?? 0
  const { submit, busy, failure } = useSubmit(
    (body: NewFundRecord, idempotencyKey) =>
      call('POST /communities/{communityId}/fund-records', { path: { communityId }, body, idempotencyKey }),
    (record) => {
      message.success(record.state === 'asked' ? '已登记，等另一位同事审批' : '已登记入账')
      renew()
      onDone(record)
    },
  )
  const save = ({ yuan: amount, day, supplierId, reference, photos, documentIds, caseIds, ...rest }: EnterForm) =>
    submit({
      ...rest,
      amountFen: fenOf(amount),
      happenedOn: day.format('YYYY-MM-DD'),
      ...(supplierId && { supplierId }),
      ...(reference?.trim() && { reference: reference.trim() }),
      ...voucherIds({ photos, documentIds, caseIds }),
    })
  const limit = rules.data?.approveAboveFen
  const fundOptions = optionsOf(funds).filter(({ value }) => side === 'spending' || value !== 'collected')
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title="登记收支"
      extra={
        <Button type="primary" loading={busy} onClick={form.submit}>
          登记
        </Button>
      }
    >
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ side: 'spending', fund: 'property-fee', account: 'bank', day: dayjs(), ...initial }}
        onFinish={save}
      >
        <Form.Item name="side" label="收支">
          <Radio.Group
            optionType="button"
            options={optionsOf(fundRecordSides)}
            onChange={() => form.setFieldsValue({ category: undefined, fund: undefined } as unknown as Partial<EnterForm>)}
          />
        </Form.Item>
        <Form.Item name="fund" label="用的哪项资金" rules={needed('请选择资金')}>
          <Select options={fundOptions} placeholder="物业费、停车费、公共收益…" />
        </Form.Item>
        <Form.Item name="category" label="项目" rules={needed('请选择项目')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择项目"
            options={optionsOf<string>(side === 'spending' ? spendingCategories : incomeCategories)}
          />
        </Form.Item>
        <Form.Item
          name="yuan"
          label="金额"
          rules={needed('请填写金额')}
          extra={limit !== undefined && fenOf(typed) > limit ? `超过 ${yuan(limit)}，登记后由另一位同事审批才入账` : undefined}
        >
          <InputNumber min={0.01} max={moneyLimits.amountFen / 100} precision={2} prefix="¥" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="day" label={side === 'spending' ? '付款日期' : '收款日期'} rules={needed('请选择日期')}>
          <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
        </Form.Item>
        <Form.Item name="account" label={side === 'spending' ? '付款方式' : '收款方式'}>
          <Radio.Group optionType="button" options={optionsOf(fundRecordAccounts)} />
        </Form.Item>
        <Form.Item name="supplierId" label={side === 'spending' ? '供应商' : '付款方'}>
          <SupplierSelect />
        </Form.Item>
        <Form.Item name="reference" label="票据号">
          <Input maxLength={moneyLimits.reference} placeholder="发票或收据号码，可不填" />
        </Form.Item>
        <Form.Item name="text" label="摘要" rules={[{ required: true, whitespace: true, message: '请写明用途' }]}>
          <Input.TextArea
            maxLength={moneyLimits.text}
            autoSize={{ minRows: 2 }}
            placeholder="公示时住户会看到，请写清用途，不写个人姓名"
          />
        </Form.Item>
        <VoucherFields />
      </Form>
    </Drawer>
  )
}

export function SupplierSelect({ value, onChange }: { value?: string; onChange?: (id: string | undefined) => void }) {
  const { communityId } = useCommunity()
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim(), 300)
  const found = useSuppliers(communityId, query ? { query } : {})
  return (
    <Select
      allowClear
      placeholder="可不选；名单在“供应商”里维护"
      aria-label="供应商"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      value={value ?? null}
      onChange={(id: string | null) => onChange?.(id ?? undefined)}
      options={found.rows.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
