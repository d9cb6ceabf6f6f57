import { cleared, employment, type PersonalTable } from './table.ts'

/** What charges are reckoned by: of the office, who entered it; of homes, what they used and what was taken off. */
// prettier-ignore
export const billingTables: Readonly<Record<string, PersonalTable>> = {
  charge_prices: {
    title: '设定的单价', group: 'work', within: 'community', own: 'false',
    personal: { set_by_name: null }, plain: 'charge_id valid_from rate tiers set_at', kept: employment,
  },
  exemptions: {
    title: '减免', group: 'money', within: 'community', own: 't.unit_id = ANY (p.units) OR t.granted_by = ANY (p.staff)',
    personal: { reason: cleared('reason'), granted_by_name: null },
    plain: 'charge_id unit_id kind percent valid_from valid_until granted_by created_at withdrawn_at', kept: employment,
  },
  meter_readings: {
    title: '抄表', group: 'money', within: 'community', own: 't.unit_id = ANY (p.units) OR t.read_by = ANY (p.staff)',
    personal: { read_by_name: null },
    plain: 'meter_id unit_id read_on value before used how rolled_over unusual file_id read_by created_at', kept: employment,
  },
  shared_costs: {
    title: '登记的分摊费用', group: 'work', within: 'community', own: 't.entered_by = ANY (p.staff)',
    personal: { entered_by_name: null },
    plain: 'charge_id period_from amount_fen share_key text file_ids entered_by created_at withdrawn_at', kept: employment,
  },
  bill_runs: {
    title: '生成的账单批次', group: 'work', within: 'community', own: 't.started_by = ANY (p.staff)',
    personal: { started_by_name: null, reversed_because: null },
    plain: 'month started_by started_at finished_at trouble reversed_at', kept: employment,
  },
}
