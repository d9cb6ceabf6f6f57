import { meetingTables } from './meeting-tables.ts'
import { messageTables } from './message-tables.ts'
import { billingTables } from './billing-tables.ts'
import { moneyTables } from './money-tables.ts'
import {
  cleared,
  clearedJson,
  employment,
  EMPTY,
  GONE,
  PSEUDONYM,
  where,
  type Ground,
  type PersonalTable,
  NOBODYS,
} from './table.ts'
import { workTables } from './work-tables.ts'

const OWN_ACCOUNT = 't.account_id = ANY (p.accounts)'
const OWN_CASE = 't.case_id = ANY (p.cases)'
const IS_GONE = 't.id = ANY (p.gone)'
const RESIDENT_GONE = 't.resident_id = ANY (p.gone)'
const UNIT_GONE = 't.unit_id = ANY (p.gone_units)'
const BY_ACCOUNT = 't.invited_by = ANY (p.accounts)'
const TAKEN = 't.accepted_by = ANY (p.accounts)'
/** What others were answered is theirs: a desk looks only at what its own company's people were. */
const ANSWERED_HERE = `(p.companies IS NULL OR t.caller_id = ANY (p.neighbours)
  OR t.caller_id IN (SELECT s.id FROM staff s WHERE s.company_id = ANY (p.companies)))`
const ENDS_NOW = `t.role <> 'owner' AND (t.valid_until IS NULL OR t.valid_until >= p.today)`

const archive: Ground = {
  law: '个人信息保护法第十三条第一款第二项：为履行与业主的物业服务合同所必需',
  until: '仍是业主期间；搬离后按“已搬离住户”的保存期限清除',
}
const repairs: Ground = {
  law: '民法典第九百四十二条：物业服务人有维修、养护的义务，须能说明办过什么；以代号保存，不再指向本人',
  until: '随小区维修档案长期保存（代号）',
}
const log: Ground = {
  law: '网络安全法第二十一条第三项：网络日志留存不少于六个月；逐条链接防篡改，不能改写',
  until: '不少于三年；查看时姓名和电话均打码',
}
const answered: Ground = {
  law: '个人信息保护法第五十条、第五十六条：受理和处理情况须能证明，处理记录至少保存三年',
  until: '三年（姓名以代号保存）',
}

/**
 * Where data of persons lives, how it is found, what deletion does to it and what the law keeps. Every column of every
 * table stands here or in not-personal.ts; a new one that stands in neither fails `registry.spec.ts`.
 */
// prettier-ignore
export const personalData: Readonly<Record<string, PersonalTable>> = {
  ...meetingTables,
  ...messageTables,
  ...moneyTables,
  ...billingTables,
  ...workTables,
  residence_applications: {
    title: '入住申请', group: 'applications', within: 'community', own: OWN_ACCOUNT,
    personal: { name: PSEUDONYM, phone: EMPTY, note: GONE, decision_reason: cleared('decision_reason') },
    plain: 'account_id unit_id role valid_until file_ids state created_at decided_at decided_by',
    also: { file_ids: `'{}'`, state: `CASE t.state WHEN 'pending' THEN 'rejected' ELSE t.state END`, decided_at: 'coalesce(t.decided_at, p.now)' },
  },
  residence_invitations: {
    title: '入住邀请', group: 'applications', within: 'community',
    own: `${BY_ACCOUNT} OR ${TAKEN} OR t.phone = ANY (p.phones)`,
    personal: {
      name: where(`${TAKEN} OR t.phone = ANY (p.phones)`, PSEUDONYM, 'name'),
      phone: where(`t.phone = ANY (p.phones) AND t.role <> 'owner'`, GONE, 'phone'),
      inviter_name: where(BY_ACCOUNT, PSEUDONYM, 'inviter_name'),
    },
    secret: 'token',
    plain: 'unit_id role valid_until invited_by invited_by_staff created_at expires_at revoked_at accepted_at accepted_by',
    also: { revoked_at: `CASE WHEN t.accepted_at IS NULL THEN coalesce(t.revoked_at, p.now) ELSE t.revoked_at END` },
    kept: archive,
  },
  residencies: {
    title: '住户与房屋的关系', group: 'household', within: 'community', own: 't.resident_id = ANY (p.residents)',
    personal: { ended_because: where(ENDS_NOW, `'住户注销账号'`, 'ended_because') },
    plain: 'unit_id resident_id role valid_from valid_until share_percent',
    also: { valid_until: where(ENDS_NOW, 'p.today - 1', 'valid_until') },
  },
  vehicles: {
    title: '车辆', group: 'household', within: 'community', own: 't.resident_id = ANY (p.residents)',
    personal: {
      plate: where(RESIDENT_GONE, `'已清除' || right(t.id::text, 12)`, 'plate'),
      description: where(RESIDENT_GONE, EMPTY, 'description'),
      plate_tail: null, plate_serial: null,
    },
    plain: 'unit_id resident_id space_id kind valid_from valid_until',
    also: { valid_until: where(RESIDENT_GONE, 'coalesce(t.valid_until, p.today)', 'valid_until') },
    kept: archive,
  },
  parking_spaces: {
    title: '车位', group: 'household', within: 'community', own: 'false',
    named: { rows: 't.unit_id = ANY (p.units) AND t.note ~ p.pattern', columns: ['number', 'note'] },
    personal: { note: where(UNIT_GONE, cleared('note'), 'note') },
    plain: 'number zone area_square_centimetres tenure unit_id valid_from valid_until withdrawn_at number_key whole_key',
    kept: archive,
  },
  household_events: {
    title: '房屋大事记', group: 'household', within: 'community', own: 't.resident_id = ANY (p.residents)',
    named: { rows: `t.unit_id = ANY (p.units) AND (t.title || t.detail) ~ p.pattern`, columns: ['kind', 'title', 'detail', 'begun_on'] },
    personal: { title: where(UNIT_GONE, cleared('title'), 'title'), detail: where(UNIT_GONE, cleared('detail'), 'detail'), recorded_by_name: null },
    plain: 'unit_id kind begun_on ended_on file_ids recorded_by recorded_at resident_id',
    kept: archive,
  },
  // The office's own notes: what they say of the person is told, who wrote it is not.
  household_notes: {
    title: '房屋备注（物业内部，只列出提到本人的）', group: 'household', within: 'community', own: 'false',
    named: { rows: 't.unit_id = ANY (p.units) AND t.text ~ p.pattern', columns: ['text', 'written_at'] },
    personal: { text: where(UNIT_GONE, cleared('text'), 'text'), written_by_name: null },
    plain: 'unit_id pinned written_by written_at withdrawn_at',
    kept: archive,
  },
  visits: {
    title: '回访', group: 'household', within: 'community', own: 't.wished_by = ANY (p.residents)',
    named: {
      rows: `t.unit_id = ANY (p.units) AND concat(t.met, ' ', t.notes, ' ', t.tries) ~ p.pattern`, columns: ['met', 'notes', 'ended_at'],
    },
    personal: {
      met: where(UNIT_GONE, cleared('met'), 'met'), notes: where(UNIT_GONE, cleared('notes'), 'notes'),
      wish_note: where('t.wished_by = ANY (p.gone)', cleared('wish_note'), 'wish_note'),
      tries: where(UNIT_GONE, clearedJson('tries'), 'tries'), made_by_name: null,
    },
    plain: `round_id unit_id turn planned_on due_week state way assignee_id wish wish_time wished_by wished_on ended_at made_by satisfaction
      file_ids`,
    kept: archive,
  },
  cases: {
    title: '报修', group: 'repairs', within: 'community', own: 't.id = ANY (p.cases)',
    named: { rows: 't.place_id = ANY (p.units) AND t.description ~ p.pattern', columns: ['number', 'description', 'reported_at'] },
    personal: {
      description: cleared('description'),
      reporter_name: where('t.id = ANY (p.cases)', PSEUDONYM, 'reporter_name'),
      reporter_phone: where('t.id = ANY (p.cases)', GONE, 'reporter_phone'),
      assigned_because: null,
    },
    plain: `number kind state open channel category urgency place_kind place_id place_label building_id reporter_account_id
      reporter_resident_id registered_by preferred_from preferred_until assignee_id standard_adoption_id due_at due_clock round
      flagged_no_progress reported_at closed_at`,
    kept: repairs,
  },
  case_events: {
    title: '报修进展', group: 'repairs', within: 'community', own: `${OWN_CASE} OR t.actor_id = ANY (p.accounts || p.staff)`,
    personal: {
      actor_name: where('t.actor_id = ANY (p.accounts)', PSEUDONYM, 'actor_name'),
      content: where(`${OWN_CASE} OR t.actor_id = ANY (p.accounts)`, clearedJson('content'), 'content'),
    },
    plain: 'case_id kind at actor_kind actor_id',
    kept: repairs,
  },
  case_files: {
    title: '报修照片', group: 'repairs', within: 'community', own: OWN_CASE,
    personal: {}, plain: 'case_id file_id purpose event_id', kept: repairs,
  },
  repairs: {
    title: '维修情况', group: 'repairs', within: 'community', own: OWN_CASE,
    personal: { waiting_because: cleared('waiting_because'), rating_comment: cleared('rating_comment'), close_reason: cleared('close_reason') },
    plain: `case_id labour_minutes waiting_for waiting_since waiting_until charge_state charge_lines charge_fen charge_offered_at
      charge_answered_at done_at rating reopened`,
    kept: repairs,
  },
  consultations: {
    title: '在线咨询', group: 'repairs', within: 'community', own: OWN_CASE,
    personal: { rating_comment: cleared('rating_comment') },
    plain: 'case_id last_at last_entry_id resident_unread desk_unread resident_seen_at answered_at rating',
    kept: repairs,
  },
  complaints: {
    title: '投诉建议', group: 'repairs', within: 'community', own: OWN_CASE,
    personal: {
      complex_because: cleared('complex_because'), solution: cleared('solution'), result: cleared('result'),
      rating_comment: cleared('rating_comment'),
    },
    plain: 'case_id sort department anonymous level solution_at done_at rating', kept: repairs,
  },
  // Sealed: no statement can say whose it is, and so none can show it; forget-author.ts destroys it by the hash of the account.
  complaint_authors: {
    title: '匿名投诉人（封存）', group: 'repairs', within: 'community', own: NOBODYS,
    personal: {}, secret: 'author_hash sealed', plain: 'case_id',
    kept: { law: '个人信息保护法第四十七条：本人注销时主动删除', until: '投诉人注销账号、或搬离满保存期限时销毁，投诉本身保留' },
  },
  repair_visits: {
    title: '报修回访', group: 'repairs', within: 'community', own: `${OWN_CASE} OR t.visitor_id = ANY (p.staff)`,
    personal: { finding: cleared('finding'), visitor_name: null }, plain: 'case_id method satisfied visitor_id at', kept: repairs,
  },
  repair_samples: {
    title: '报修抽查', group: 'repairs', within: 'community', own: `${OWN_CASE} OR t.inspector_id = ANY (p.staff)`,
    personal: { finding: cleared('finding'), inspector_name: null }, plain: 'case_id drawn_by drawn_at result inspector_id inspected_at', kept: repairs,
  },
  import_changes: {
    title: '档案导入前的内容', group: 'household', within: 'community', own: 't.row_id = ANY (p.subjects)',
    personal: { before: null }, plain: 'batch_id table_name row_id left_because', removed: 't.row_id = ANY (p.gone)',
    kept: archive,
  },
  import_faults: {
    title: '档案导入的错误行', group: 'household', within: 'community', own: 't.content ~ p.strict_pattern',
    personal: { content: null }, plain: 'batch_id ordinal row_number column_name reason',
    removed: 't.content ~ p.strict_pattern',
  },
  residents: {
    title: '住户档案', group: 'household', within: 'community', own: 't.id = ANY (p.residents)',
    personal: { name: where(IS_GONE, PSEUDONYM, 'name'), phone: where(IS_GONE, EMPTY, 'phone'), phone_end: null },
    plain: 'account_id erased_at', also: { account_id: GONE, erased_at: where(IS_GONE, 'p.now', 'erased_at') },
    kept: archive,
  },
  files: {
    title: '上传的照片和视频', group: 'files', within: 'community', own: 't.uploaded_by = ANY (p.accounts || p.staff)',
    personal: {}, plain: 'uploaded_by upload_key kind content_type bytes sha256 storage_key thumbnail_key created_at', kept: repairs,
  },
  notice_reads: {
    title: '读过的公告', group: 'messages', within: 'community', own: OWN_ACCOUNT,
    personal: {}, plain: 'notice_id account_id edition read_at', removed: OWN_ACCOUNT,
  },
  staff: {
    title: '员工档案', group: 'work', within: 'company', own: 't.id = ANY (p.staff)',
    personal: { name: null, phone: where('NOT t.active', EMPTY, 'phone'), login: null, left_because: null },
    secret: 'password_hash totp_secret totp_offer totp_confirmed_at totp_used_step',
    plain: 'account_id skills active left_on', also: { account_id: GONE }, kept: employment,
  },
  privacy_requests: {
    title: '个人信息请求', group: 'logs', within: 'community', own: `${OWN_ACCOUNT} OR t.resident_id = ANY (p.residents)`,
    personal: { person_name: PSEUDONYM, identity_note: cleared('identity_note'), registered_by_name: null, waits_because: null },
    plain: 'kind state account_id resident_id asked_at due_at effective_at answered_at registered_by handed_over_at outcome', kept: answered,
  },
  idempotency_keys: {
    title: '防重复提交的回执', group: 'logs', within: 'nothing', own: 't.caller_id = ANY (p.accounts || p.staff)',
    named: {
      rows: `${ANSWERED_HERE} AND (t.body::text ~ p.strict_pattern OR (t.body::text ~ p.pattern AND t.body::text ~ p.id_pattern))`,
      columns: ['body', 'created_at'],
    },
    personal: { body: null }, secret: 'request_hash', plain: 'caller_id key status created_at',
    removed: `t.caller_id = ANY (p.accounts)
      OR ${ANSWERED_HERE} AND (t.body::text ~ p.strict_pattern OR (t.body::text ~ p.pattern AND t.body::text ~ p.id_pattern))`,
  },
  audit_entries: {
    title: '操作记录', group: 'logs', within: 'company',
    own: 't.actor_id = ANY (p.accounts || p.staff) OR t.subject_id = ANY (p.subjects)',
    personal: { actor_name: null, before: null, after: null, address: null },
    plain: 'at actor_kind actor_id action subject_kind subject_id trace_id', secret: 'seq sealed_at prev_hash hash', kept: log,
  },
  sign_in_attempts: {
    title: '登录失败记录', group: 'account', within: 'nothing', own: 't.login = ANY (p.logins)',
    personal: { login: null, address: null }, plain: 'failures last_failed_at', removed: 'false',
    kept: { law: '网络安全法第二十一条：防范网络攻击', until: '一天' },
  },
  sessions: {
    title: '登录会话', group: 'account', within: 'nothing', own: 't.account_id = ANY (p.accounts) OR t.staff_id = ANY (p.staff)',
    personal: { client: null, device: null, address: null }, secret: 'token_hash token_expires_at revoked_because last_seen_at',
    plain: 'account_id staff_id created_at expires_at revoked_at', removed: OWN_ACCOUNT,
  },
  // Last: until here the rows of others are found through it.
  accounts: {
    title: '账号', group: 'account', within: 'nothing', own: 't.id = ANY (p.accounts)',
    personal: { openid: `'erased:' || t.id`, unionid: GONE, name: PSEUDONYM, phone: GONE },
    plain: 'elder_mode privacy_agreed_at created_at',
  },
}
