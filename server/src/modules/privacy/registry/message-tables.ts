import { cleared, clearedJson, GONE, PSEUDONYM, where, type PersonalTable } from './table.ts'

const OWN_ACCOUNT = 't.account_id = ANY (p.accounts)'
const OWN_CASE = 't.case_id = ANY (p.cases)'
export const OWN_LETTER = `(${OWN_ACCOUNT} OR coalesce(${OWN_CASE}, false))`
const OF_STAFF = 't.staff_id = ANY (p.staff)'

/** What people were told, how they want to be, and what came of it. */
// prettier-ignore
export const messageTables: Readonly<Record<string, PersonalTable>> = {
  deliveries: {
    title: '消息送达记录', group: 'messages', within: 'community',
    own: `EXISTS (SELECT FROM messages m WHERE m.community_id = t.community_id AND m.id = t.message_id AND (m.account_id = ANY (p.accounts) OR m.staff_id = ANY (p.staff)))`,
    personal: { reason: cleared('reason'), provider_id: null }, plain: 'message_id channel state attempts called_at grant_id at next_at held_by resent',
    kept: { law: '网络安全法第二十一条第三项：网络日志留存不少于六个月', until: '一年' },
  },
  messages: {
    title: '消息', group: 'messages', within: 'community', own: `${OWN_ACCOUNT} OR ${OF_STAFF}`,
    named: {
      rows: `(${OWN_CASE} OR t.account_id = ANY (p.neighbours)) AND (t.title || t.body || t.recipient_name || t."values"::text) ~ p.pattern`,
      columns: ['kind', 'title', 'body', 'values', 'created_at'],
    },
    personal: {
      recipient_name: where(OWN_ACCOUNT, PSEUDONYM, 'recipient_name'),
      title: cleared('title'), body: cleared('body'), values: clearedJson('"values"'),
    },
    plain: 'broadcast_id business_key kind account_id staff_id to_group urgent case_id about_id created_at read_at',
    kept: { law: '个人信息保护法第十三条第一款第二项：证明已履行通知义务；姓名以代号保存', until: '三年（代号）' },
  },
  message_preferences: {
    title: '消息设置', group: 'messages', within: 'nothing', own: 't.person_id = ANY (p.accounts) OR t.person_id = ANY (p.staff)',
    personal: { email: null, email_wanted: null, choices: null, quiet_from: null, quiet_until: null }, secret: 'email_code_hash',
    plain: 'person_id email_code_until email_tries email_asked_at',
    removed: 't.person_id = ANY (p.accounts) OR t.person_id = ANY (p.staff)',
  },
  message_grants: {
    title: '微信订阅授权', group: 'messages', within: 'nothing', own: 't.openid = ANY (p.openids)',
    personal: { openid: null, client_ask: null, event_ask: null }, plain: 'template source granted_at paired_at consumed_at consumed_by',
    removed: 't.openid = ANY (p.openids)',
  },
  letters: {
    title: '来信', group: 'messages', within: 'community', own: OWN_LETTER,
    named: { rows: `(t.subject || t.content || t.from_name) ~ p.pattern`, columns: ['subject', 'content', 'received_at'] },
    personal: {
      from_address: where(OWN_LETTER, GONE, 'from_address'), from_name: where(OWN_LETTER, PSEUDONYM, 'from_name'),
      subject: cleared('subject'), content: cleared('content'), attachments: clearedJson('attachments'), reason: cleared('reason'),
      decided_by_name: null, message_key: null, message_id: null,
    },
    plain: 'sender account_id remarks file_ids sent_at received_at state case_id decided_by decided_at',
    kept: { law: '个人信息保护法第十三条第一款第二项：办理投诉所必需；姓名以代号保存', until: '三年（代号）' },
  },
  letter_answers: {
    title: '对来信的答复', group: 'messages', within: 'community',
    own: `EXISTS (SELECT FROM letters t2 WHERE t2.community_id = t.community_id AND t2.id = t.letter_id AND (t2.account_id = ANY (p.accounts) OR t2.case_id = ANY (p.cases)))`,
    personal: { to_address: `''`, content: cleared('content'), failure: null }, plain: 'letter_id case_id kind case_number state asked_at sent_at',
    kept: { law: '个人信息保护法第十三条第一款第二项：证明已履行答复义务；姓名以代号保存', until: '三年（代号）' },
  },
}
