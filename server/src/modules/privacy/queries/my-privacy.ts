import type { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { maskName, maskPhone } from '../../../platform/privacy/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { MyPrivacy, MyPrivacyRequest, PersonalHolding } from '../http/privacy.dto.ts'
import { onDeletion } from '../rules/index.ts'

interface Facts {
  homes: number
  vehicles: number
  applications: number
  repairs: number
  messages: number
  files: number
  requests: MyPrivacyRequest[]
}

const FACTS = {
  name: 'my-privacy',
  text: `
    WITH mine AS (SELECT community_id, id FROM residents WHERE account_id = $1)
    SELECT
      (SELECT count(*)::int FROM residencies h JOIN mine r ON r.community_id = h.community_id AND r.id = h.resident_id) AS homes,
      (SELECT count(*)::int FROM vehicles v JOIN mine r ON r.community_id = v.community_id AND r.id = v.resident_id) AS vehicles,
      (SELECT count(*)::int FROM residence_applications WHERE account_id = $1)
        + (SELECT count(*)::int FROM residence_invitations WHERE invited_by = $1 OR accepted_by = $1) AS applications,
      (SELECT count(*)::int FROM cases WHERE reporter_account_id = $1) AS repairs,
      (SELECT count(*)::int FROM messages WHERE account_id = $1) AS messages,
      (SELECT count(*)::int FROM files WHERE uploaded_by = $1) AS files,
      coalesce((SELECT json_agg(r ORDER BY r."askedAt" DESC) FROM (
        SELECT DISTINCT ON (id) id, kind, state, asked_at AS "askedAt", effective_at AS "effectiveAt",
          CASE WHEN state = 'cooling' THEN waits_because END AS "waitsBecause", registered_by IS NOT NULL AS "atDesk"
        FROM privacy_requests WHERE account_id = $1 ORDER BY id DESC LIMIT 20) r), '[]') AS requests`,
}

const SESSIONS = { name: 'my-sessions-count', text: 'SELECT count(*)::int AS count FROM sessions WHERE account_id = $1' }

/** What we hold of whoever asks, in figures and masked, and what they asked of it. */
export async function tellMyPrivacy(database: Database, identity: IdentityDatabase, act: CallerAct): Promise<MyPrivacy> {
  const account = act.caller.account!
  const [[facts], [sessions]] = await Promise.all([
    database.read<Facts>(act.reach, FACTS, [account.id]),
    identity.run<{ count: number }>(SESSIONS, [account.id]),
  ])
  return {
    atOnce: act.reach.communities.length === 0,
    holdings: holdingsOf(act, facts!, sessions!.count),
    requests: facts!.requests.map((each) => ({
      ...each,
      askedAt: new Date(each.askedAt).toISOString(),
      effectiveAt: each.effectiveAt && new Date(each.effectiveAt).toISOString(),
    })),
  }
}

function holdingsOf({ caller }: CallerAct, facts: Facts, sessions: number): PersonalHolding[] {
  const account = caller.account!
  const name = caller.homes[0]?.residentName ?? account.name
  const who = [name ? maskName(name) : '没有姓名', account.phone ? maskPhone(account.phone) : '没有手机号', '微信标识']
  const holding = (group: keyof typeof onDeletion, count: number | null, shown: string): PersonalHolding => ({
    group,
    count,
    shown,
    onDeletion: onDeletion[group],
  })
  return [
    holding('account', sessions, `${who.join('、')}，${sessions} 次登录`),
    holding('household', facts.homes, `${facts.homes} 条房屋关系，${facts.vehicles} 辆车`),
    holding('applications', facts.applications, `${facts.applications} 份申请和邀请`),
    holding('repairs', facts.repairs, `${facts.repairs} 件报修`),
    holding('messages', facts.messages, `${facts.messages} 条消息`),
    holding('files', facts.files, `${facts.files} 个照片或视频`),
    // Not counted: the record is found by what was done, not by who did it.
    holding('logs', null, '您申请、报修、邀请等每次操作的时间和内容'),
  ]
}
