import { cleared, clearedJson, employment, where, type PersonalTable } from './table.ts'

const OWN_CASE = 't.case_id = ANY (p.cases)'
const OF_STAFF = 't.staff_id = ANY (p.staff)'
const OF_COMPANY = '(p.companies IS NULL OR t.staff_id IN (SELECT s.id FROM staff s WHERE s.company_id = ANY (p.companies)))'

/** What people of the office arranged, wrote and decided. */
// prettier-ignore
export const workTables: Readonly<Record<string, PersonalTable>> = {
  complaint_unsealings: {
    title: '拆封匿名投诉人的申请', group: 'work', within: 'community', own: 't.asked_by = ANY (p.staff) OR t.opened_by = ANY (p.staff)',
    personal: { reason: null, asked_by_name: null, opened_by_name: null }, plain: 'case_id asked_by asked_at opened_by opened_at',
    kept: employment,
  },
  import_batches: {
    title: '办过的档案导入', group: 'work', within: 'community', own: 't.created_by = ANY (p.staff)',
    personal: { file_name: null, problem: null, created_by_name: null, applied_by_name: null, undone_by_name: null },
    plain: `file_bytes file_key state mode stage rows_done rows_total rows_read rows_faulty faults notes expected counts undone
      created_by created_at checked_at applied_at undone_at`, kept: employment,
  },
  duty_periods: {
    title: '在岗记录', group: 'work', within: 'community', own: OF_STAFF, personal: {}, plain: 'staff_id since until', kept: employment,
  },
  staff_posts: {
    title: '任职', group: 'work', within: 'company', own: OF_STAFF, personal: {}, plain: 'staff_id post_id building_ids', kept: employment,
  },
  wide_posts: {
    title: '任职（跨项目）', group: 'work', within: 'company', own: OF_STAFF, personal: {}, plain: 'staff_id post_id region_id', kept: employment,
  },
  hand_overs: {
    title: '离职交接', group: 'work', within: 'company', own: OF_STAFF,
    personal: { staff_name: null, reason: null, note: null, done_by_name: null }, plain: 'staff_id left_on posts community_ids done_by done_at', kept: employment,
  },
  handed_work: {
    title: '交接的工作', group: 'work', within: 'community', own: 't.to_id = ANY (p.staff)',
    personal: { to_name: null }, plain: 'hand_over_id kind subject_id number category place_label to_id', kept: employment,
  },
  document_versions: {
    title: '上传的文件版本', group: 'work', within: 'company', own: 't.uploaded_by = ANY (p.staff)',
    personal: { note: null, uploaded_by_name: null }, plain: 'document_id number file_id uploaded_by uploaded_at', kept: employment,
  },
  disclosures: {
    title: '编制、审核和发布的收支公示', group: 'work', within: 'community',
    own: 't.edited_by = ANY (p.staff) OR t.checked_by = ANY (p.staff) OR t.posted_by = ANY (p.staff)',
    personal: { edited_by_name: null, checked_by_name: null, posted_by_name: null },
    plain: `fund period_from period_to edition due_on state notes reason opening_fen bank_fen copied_at edited_by checked_by checked_at
      returned_because posted_by posted_at sequence head head_hash signature public_key group_roots late_told_at created_at`, kept: employment,
  },
  disclosure_questions: {
    title: '对收支公示的提问与答复', group: 'work', within: 'community', own: `${OWN_CASE} OR t.answered_by = ANY (p.staff)`,
    personal: { text: cleared('text'), answer: cleared('answer'), answered_by_name: null },
    plain: 'disclosure_id line case_id asked_at answered_by answered_at', kept: employment,
  },
  notices: {
    title: '撰写和审核的公告', group: 'work', within: 'community',
    own: 't.written_by = ANY (p.staff) OR t.submitted_by = ANY (p.staff) OR t.decided_by = ANY (p.staff)',
    personal: { written_by_name: null, submitted_by_name: null, decided_by_name: null },
    plain: `category title body file_ids audience urgent pinned_until state edition written_by submitted_by decided_by refused_because
      scheduled_for published_at withdrawn_because reminded_at told_edition created_at updated_at`, kept: employment,
  },
  notice_editions: {
    title: '撰写的公告版本', group: 'work', within: 'community', own: 't.written_by = ANY (p.staff)',
    personal: { written_by_name: null, decided_by_name: null },
    plain: 'notice_id number title body file_ids note tell_again state written_by refused_because written_at published_at', kept: employment,
  },
  box_openings: {
    title: '开过的意见箱', group: 'work', within: 'community', own: 't.opened_by = ANY (p.staff)',
    personal: { opened_by_name: null, witness: null, note: null },
    plain: 'box_id building_id opened_at opened_by slips registered file_ids created_at', kept: employment,
  },
  box_slips: {
    title: '登记的意见', group: 'work', within: 'community', own: 't.registered_by = ANY (p.staff)',
    personal: { registered_by_name: null, unreadable_because: null },
    plain: 'opening_id ordinal case_id registered_by registered_at', kept: employment,
  },
  published_results: {
    title: '起草的结果公布', group: 'work', within: 'community', own: 't.made_by = ANY (p.staff)',
    personal: { made_by_name: null }, plain: 'kind first_day last_day made_for notice_id made_by created_at', kept: employment,
  },
  visit_rounds: {
    title: '开始的回访', group: 'work', within: 'community', own: 't.opened_by = ANY (p.staff)',
    personal: { opened_by_name: null }, plain: 'number starts_on ends_on way building_ids opened_by opened_at closed_at', kept: employment,
  },
  outages: {
    title: '发布的停用通知', group: 'work', within: 'community', own: 't.announced_by = ANY (p.staff)',
    personal: { announced_by_name: null },
    plain: 'service scope cause audience urgent starts_at expected_until state recovered_at overdue_told_of announced_by created_at', kept: employment,
  },
  outage_updates: {
    title: '发布的停用进展', group: 'work', within: 'community', own: 't.written_by = ANY (p.staff)',
    personal: { written_by_name: null }, plain: 'outage_id kind text expected_until written_by at', kept: employment,
  },
  case_causes: {
    title: '注明的工单原因', group: 'work', within: 'community', own: 't.named_by = ANY (p.staff)',
    named: { rows: `${OWN_CASE} AND t.note ~ p.pattern`, columns: ['note', 'named_at'] },
    personal: { note: cleared('note'), named_by_name: null }, plain: 'case_id cause_id named_by named_at', kept: employment,
  },
  improvement_proposals: {
    title: '处理的重复问题', group: 'work', within: 'community', own: 't.settled_by_name = ANY (p.staff_names)',
    personal: { settled_by_name: null },
    plain: 'rule cause_id place_id place_label turn days case_ids first_at state made_at settled_at dismissed_because', kept: employment,
  },
  improvements: {
    title: '提出和负责的改进', group: 'work', within: 'community',
    own: 't.owner_id = ANY (p.staff) OR t.opened_by_name = ANY (p.staff_names)', personal: { opened_by_name: null },
    plain: `number proposal_id cause_id rule place_id place_label title finding measure owner_id due_on figure_at_opening target figure_before
      figure_after state effective opened_at done_at checked_at`, kept: employment,
  },
  improvement_events: {
    title: '登记的改进进展', group: 'work', within: 'community', own: 't.by_name = ANY (p.staff_names)',
    personal: { by_name: null, text: null }, plain: 'improvement_id kind at', kept: employment,
  },
  improvement_tellings: {
    title: '公布的改进', group: 'work', within: 'community', own: 't.told_by_name = ANY (p.staff_names)',
    personal: { told_by_name: null }, plain: 'improvement_id said changed file_ids state told_at told', kept: employment,
  },
  standard_adoptions: {
    title: '采用的服务标准', group: 'work', within: 'community', own: 't.adopted_by_name = ANY (p.staff_names)',
    personal: { adopted_by_name: null, reason: null }, plain: 'preset overrides figures effective_from created_at', kept: employment,
  },
  retention_rules: {
    title: '调整的保存期限', group: 'work', within: 'company', own: 't.decided_by = ANY (p.staff)',
    personal: { decided_by_name: null, basis: null }, plain: 'subject keep_days effective_from decided_by decided_at', kept: employment,
  },
  saved_views: {
    title: '保存的筛选', group: 'work', within: 'nothing', own: OF_STAFF,
    named: { rows: `${OF_COMPANY} AND t.views::text ~ p.strict_pattern`, columns: ['page'] },
    personal: { views: where('NOT t.staff_id = ANY (p.staff)', clearedJson('views'), 'views') }, plain: 'staff_id page', kept: employment,
  },
}
