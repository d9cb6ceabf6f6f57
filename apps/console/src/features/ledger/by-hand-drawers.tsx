import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import {
  adjustableAccounts,
  bookLimits,
  funds,
  incomeCategories,
  ledgerSides,
  moneyLimits,
  spendingCategories,
  transferAccounts,
} from '@yinuo/contracts'
import type { AdjustableAccount, Fund, LedgerSide, NewAdjustment, NewTransfer, TransferAccount } from '@yinuo/contracts'
import { App, Button, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { fenOf } from '../../words/money.ts'
import { optionsOf } from './entries-tab.tsx'
import { useRenewal } from './queries.ts'
import { VoucherFields, voucherIds, type VoucherChoice } from './voucher-fields.tsx'

const needed = (message: string) => [{ required: true, message }]

interface DrawerProps {
  onDone: (id: string) => void
  onClose: () => void
}

interface TransferForm extends VoucherChoice {
  from: TransferAccount
  to: TransferAccount
  yuan: number
  day: Dayjs
  text: string
}

/** Cash paid in at the bank, what WeChat settled to the account. */
export function TransferDrawer({ onDone, onClose }: DrawerProps) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<TransferForm>()
  const { submit, busy, failure } = useBooked(onDone, onClose, (body: NewTransfer, idempotencyKey) =>
    call('POST /communities/{communityId}/ledger-transfers', { path: { communityId }, body, idempotencyKey }),
  )
  const save = ({ from, to, yuan, day, text, ...vouchers }: TransferForm) =>
    submit({ from, to, amountFen: fenOf(yuan), bookedOn: day.format('YYYY-MM-DD'), text, ...voucherIds(vouchers) })
  return (
    <ByHandDrawer title="资金调拨" busy={busy} onSave={form.submit} onClose={onClose}>
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: 'cash', to: 'bank', day: dayjs() }}
        onFinish={save}
      >
        <Form.Item name="from" label="转出" rules={needed('请选择转出')}>
          <Select options={optionsOf(transferAccounts)} />
        </Form.Item>
        <Form.Item
          name="to"
          label="转入"
          dependencies={['from']}
          rules={[
            ...needed('请选择转入'),
            ({ getFieldValue }) => ({
              validator: (_, to) =>
                to === getFieldValue('from') ? Promise.reject(new Error('转出和转入要不同')) : Promise.resolve(),
            }),
          ]}
        >
          <Select options={optionsOf(transferAccounts)} />
        </Form.Item>
        <Form.Item name="yuan" label="金额" rules={needed('请填写金额')}>
          <InputNumber min={0.01} max={moneyLimits.amountFen / 100} precision={2} prefix="¥" style={{ width: '100%' }} />
        </Form.Item>
        <DayAndText />
        <VoucherFields />
      </Form>
    </ByHandDrawer>
  )
}

interface AdjustForm extends VoucherChoice {
  lines: { account: AdjustableAccount; side: LedgerSide; yuan?: number; fund?: Fund; category?: string }[]
  day: Dayjs
  text: string
}

const categories = [
  { label: '支出项目', options: optionsOf(spendingCategories) },
  { label: '收入项目', options: optionsOf(incomeCategories).filter(({ value }) => value !== 'other') },
]

/** A difference found in counting, or spending that stood under another fund. */
export function AdjustDrawer({ onDone, onClose }: DrawerProps) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<AdjustForm>()
  const lines = Form.useWatch('lines', form) ?? []
  const { submit, busy, failure } = useBooked(onDone, onClose, (body: NewAdjustment, idempotencyKey) =>
    call('POST /communities/{communityId}/ledger-adjustments', { path: { communityId }, body, idempotencyKey }),
  )
  const sum = (side: LedgerSide) => lines.reduce((all, line) => all + (line?.side === side ? fenOf(line.yuan ?? 0) : 0), 0)
  const save = ({ lines: typed, day, text, ...vouchers }: AdjustForm) =>
    submit({
      lines: typed.map(({ yuan, ...line }) => ({ ...line, amountFen: fenOf(yuan ?? 0) })),
      bookedOn: day.format('YYYY-MM-DD'),
      text,
      ...voucherIds(vouchers),
    })
  const isEqual = sum('debit') === sum('credit')
  return (
    <ByHandDrawer title="手工调整" busy={busy} onSave={form.submit} onClose={onClose} wide>
      <Refusal failure={failure} />
      <p style={{ color: 'var(--secondary)' }}>只用于盘点差异、更正资金类别等；账单、收款、退款和收支登记请在原处冲销。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          lines: [
            { side: 'debit', account: 'expense' },
            { side: 'credit', account: 'expense' },
          ],
          day: dayjs(),
        }}
        onFinish={save}
      >
        <Form.List name="lines">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => {
                const account = lines[name]?.account
                const isNamed = account === 'income' || account === 'expense'
                return (
                  <div key={key} style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'flex-start' }}>
                    <Form.Item name={[name, 'side']}>
                      <Select aria-label="借贷方向" style={{ width: 72 }} options={optionsOf(ledgerSides)} />
                    </Form.Item>
                    <Form.Item name={[name, 'account']}>
                      <Select aria-label="科目" style={{ width: 116 }} options={optionsOf(adjustableAccounts)} />
                    </Form.Item>
                    <Form.Item name={[name, 'fund']} rules={isNamed ? needed('请选择资金') : []}>
                      <Select allowClear aria-label="资金" placeholder="资金" style={{ width: 116 }} options={optionsOf(funds)} />
                    </Form.Item>
                    <Form.Item name={[name, 'category']} rules={isNamed ? needed('请选择项目') : []}>
                      <Select allowClear aria-label="项目" placeholder="项目" style={{ width: 148 }} options={categories} />
                    </Form.Item>
                    <Form.Item name={[name, 'yuan']} rules={needed('请填写金额')}>
                      <InputNumber aria-label="金额" min={0.01} precision={2} prefix="¥" style={{ width: 136 }} />
                    </Form.Item>
                    {fields.length > 2 && (
                      <Button aria-label="去掉这一行" icon={<DeleteOutlined />} onClick={() => remove(name)} />
                    )}
                  </div>
                )
              })}
              <p style={{ color: isEqual ? 'var(--secondary)' : '#B52C23' }}>
                借方 <Sum fen={sum('debit')} />
                ，贷方 <Sum fen={sum('credit')} />
                {isEqual ? '' : '，两边要相等'}
              </p>
              {fields.length < bookLimits.linesByHand && (
                <Button
                  icon={<PlusOutlined />}
                  style={{ marginBottom: 16 }}
                  onClick={() => add({ side: 'debit', account: 'bank' })}
                >
                  加一行
                </Button>
              )}
            </>
          )}
        </Form.List>
        <DayAndText />
        <VoucherFields />
      </Form>
    </ByHandDrawer>
  )
}

function DayAndText() {
  return (
    <>
      <Form.Item name="day" label="日期" rules={needed('请选择日期')}>
        <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
      </Form.Item>
      <Form.Item name="text" label="摘要" rules={[{ required: true, whitespace: true, message: '请写明事由' }]}>
        <Input.TextArea maxLength={moneyLimits.text} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}

interface FrameProps {
  title: string
  busy: boolean
  wide?: boolean
  onSave: () => void
  onClose: () => void
  children: React.ReactNode
}

function ByHandDrawer({ title, busy, wide = false, onSave, onClose, children }: FrameProps) {
  return (
    <Drawer
      open
      onClose={onClose}
      size={wide ? 760 : 480}
      title={title}
      extra={
        <Button type="primary" loading={busy} onClick={onSave}>
          记账
        </Button>
      }
    >
      {children}
    </Drawer>
  )
}

function useBooked<Body>(
  onDone: (id: string) => void,
  onClose: () => void,
  send: (body: Body, idempotencyKey: string) => Promise<{ id: string }>,
) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  return useSubmit(send, ({ id }) => {
    message.success('已记账')
    renew()
    onClose()
    onDone(id)
  })
}
