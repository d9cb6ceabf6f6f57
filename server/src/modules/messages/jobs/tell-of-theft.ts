import { sessionClients, type SessionClient } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople } from '../actions/tell-people.ts'

interface Stolen {
  sessionId: string
  client: SessionClient | null
  name: string
  staffId: string | null
  accountId: string | null
}

/** Tells somebody that another person held their session, which was ended. */
export async function tellOfTheft(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { sessionId, client, ...person } = payload as unknown as Stolen
  const where = sessionClients[client ?? 'console']
  await tellPeople(tx, act, {
    communityId,
    kind: 'account.stolen',
    businessKey: `session:${sessionId}:stolen`,
    recipients: [person],
    title: '账号安全提醒',
    body: `您在${where}的登录凭据被重复使用，可能被他人取得，我们已退出该设备。请重新登录，并在“登录设备”里查看；如有异常请修改密码或联系前台。`,
    values: { place: where, result: '已退出', at: act.now.toISOString() },
    caseId: null,
  })
}
