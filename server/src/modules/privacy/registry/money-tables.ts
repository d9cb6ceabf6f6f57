import { cleared, employment, PSEUDONYM, where, type Ground, type PersonalTable } from './table.ts'

const OF_UNIT = 't.unit_id = ANY (p.units)'
const OF_ACCOUNT = 't.account_id = ANY (p.accounts)'
const UNIT_GONE = 't.unit_id = ANY (p.gone_units)'

const books: Ground = {
  law: '会计法第二十三条、会计档案管理办法第十四条：会计凭证和账簿应当保存三十年',
  until: '三十年；付款人以代号保存，收据存根按原样保存',
}

/** Bills, payments and the books: what the law keeps is kept without a name. */
// prettier-ignore
export const moneyTables: Readonly<Record<string, PersonalTable>> = {
  bills: {
    title: '账单', group: 'money', within: 'community', own: OF_UNIT,
    personal: { reversed_because: null },
    plain: `unit_id charge_id subject_id kind run_id period_from period_to due_on amount_fen waived_fen paid_fen made_of reversed_at
      created_at`, kept: books,
  },
  payments: {
    title: '缴费', group: 'money', within: 'community', own: `${OF_ACCOUNT} OR ${OF_UNIT} OR t.taken_by = ANY (p.staff)`,
    personal: { payer_name: where(`${OF_ACCOUNT} OR ${UNIT_GONE}`, PSEUDONYM, 'payer_name'), taken_by_name: null, reference: null },
    secret: 'prepay_id',
    plain: `unit_id way state amount_fen ahead_fen account_id merchant_id expires_at ask_at asked transaction_id taken_by proof paid_at closed_at
      refunded_fen created_at`, kept: books,
  },
  unit_balances: {
    title: '预存余额', group: 'money', within: 'community', own: OF_UNIT, personal: {}, plain: 'unit_id balance_fen', kept: books,
  },
  overpayments: {
    title: '多收款', group: 'money', within: 'community', own: `${OF_UNIT} OR t.settled_by = ANY (p.staff)`,
    personal: { settled_by_name: null },
    plain: 'payment_id unit_id amount_fen reason state settled_by settled_at created_at', kept: books,
  },
  refunds: {
    title: '退款', group: 'money', within: 'community',
    own: `${OF_UNIT} OR t.asked_by = ANY (p.staff) OR t.approved_by = ANY (p.staff)`,
    personal: { reason: cleared('reason'), asked_by_name: null, approved_by_name: null, refused_because: null },
    plain: `payment_id unit_id amount_fen overpaid_fen ahead_fen way state asked_by approved_by wechat_refund_id trouble ask_at asked sent_at
      done_at created_at`, kept: books,
  },
  receipts: {
    title: '收据', group: 'money', within: 'community', own: OF_UNIT,
    personal: { content: null, issued_by_name: null, voided_because: null, voided_by_name: null },
    plain: 'number payment_id unit_id amount_fen issued_at prints voided_at', kept: books,
  },
  ledger_entries: {
    title: '登记的账目', group: 'work', within: 'community', own: 't.posted_by = ANY (p.staff)',
    personal: { text: null, posted_by_name: null },
    plain: 'booked_on kind source_kind source_id reverses posted_by posted_at', kept: employment,
  },
  pay_differences: {
    title: '对账差异', group: 'work', within: 'company', own: 't.settled_by = ANY (p.staff)',
    personal: { reason: null, settled_by_name: null },
    plain: `statement_id kind number wechat_number payment_id refund_id bill_fen our_fen happened_at state settled_by settled_at created_at`,
    kept: books,
  },
  day_ends: {
    title: '收款日结', group: 'work', within: 'community', own: 't.cashier_id = ANY (p.staff) OR t.decided_by = ANY (p.staff)',
    personal: { cashier_name: null, because: null, decided_by_name: null, returned_because: null },
    plain: `cashier_id day state sums opening_fen expected_fen counted counted_fen deposited_fen deposit_slip handed_over_fen closed_at
      decided_by decided_at`, kept: employment,
  },
  ledger_closings: {
    title: '结账记录', group: 'work', within: 'community', own: 't.by_staff = ANY (p.staff)',
    personal: { reason: null, by_name: null }, plain: 'month what by_staff at', kept: employment,
  },
  fund_records: {
    title: '登记的收支', group: 'work', within: 'community', own: 't.entered_by = ANY (p.staff) OR t.decided_by = ANY (p.staff)',
    personal: { reference: null, text: null, entered_by_name: null, decided_by_name: null, refused_because: null, reversed_because: null,
      reversed_by_name: null },
    plain: `side fund category amount_fen happened_on account supplier_id state entered_by entered_at decided_by decided_at reversed_at
      entry_id import_id`, kept: employment,
  },
  fund_imports: {
    title: '导入的收支', group: 'work', within: 'community', own: 't.entered_by = ANY (p.staff) OR t.undone_by = ANY (p.staff)',
    personal: { file_name: null, entered_by_name: null, undone_by_name: null, undone_because: null },
    plain: 'entered known entered_by entered_at undone_by undone_at', kept: employment,
  },
  reminders: {
    title: '缴费提醒', group: 'money', within: 'community', own: `${OF_UNIT} OR t.by_staff = ANY (p.staff)`,
    personal: { text: cleared('text'), by_name: null },
    plain: 'unit_id stage_id way reminded_on bills owed_fen due_on by_staff created_at', kept: books,
  },
  reminder_recipients: {
    title: '收到的缴费提醒', group: 'money', within: 'community', own: OF_ACCOUNT,
    personal: { name: PSEUDONYM }, plain: 'reminder_id unit_id account_id told_at', kept: books,
  },
  reminder_stops: {
    title: '暂停的缴费提醒', group: 'money', within: 'community', own: `${OF_UNIT} OR t.stopped_by = ANY (p.staff)`,
    personal: { reason: cleared('reason'), stopped_by_name: null }, plain: 'unit_id until stopped_by stopped_at', kept: books,
  },
  late_fee_waivers: {
    title: '违约金减免', group: 'money', within: 'community',
    own: `${OF_UNIT} OR t.asked_by = ANY (p.staff) OR t.decided_by = ANY (p.staff)`,
    personal: { reason: cleared('reason'), asked_by_name: null, decided_by_name: null, refused_because: null },
    plain: 'bill_id unit_id fee_fen state asked_by asked_at decided_by decided_at', kept: books,
  },
}
