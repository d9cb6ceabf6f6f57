import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { entriesOf, type WechatEvent } from '../../../wechat/index.ts'
import { templateNamed, type TemplateIds } from '../rules/template-names.ts'
import { recordGrant, withdrawGrants } from './grants.ts'
import { MESSAGES_TOLD } from './tell-people.ts'

/** `subscribe_msg_popup_event`: what the consent sheet answered, as WeChat tells it. */
export async function takePopup(tx: EntityManager, act: Act, event: WechatEvent, ids: TemplateIds): Promise<void> {
  const { openid, createdAt } = event
  const accepted = entriesOf(event)
    .filter(({ SubscribeStatusString }) => SubscribeStatusString?.startsWith('accept'))
    .map(({ TemplateId }) => templateNamed(TemplateId, ids))
  for (const template of [...new Set(accepted)].filter((name) => name !== null).sort())
    await recordGrant(tx, act, { openid, template, source: 'event', ask: createdAt.toISOString(), grantedAt: createdAt })
}

/** `subscribe_msg_change_event`: somebody switched messages off in the mini-program's settings. */
export async function takeChange(tx: EntityManager, act: Act, event: WechatEvent, ids: TemplateIds): Promise<void> {
  for (const { TemplateId, SubscribeStatusString } of entriesOf(event)) {
    const template = templateNamed(TemplateId, ids)
    if (template && SubscribeStatusString === 'reject')
      await withdrawGrants(tx, act, { openid: event.openid, template }, event.createdAt)
  }
}

/** `subscribe_msg_sent_event`: how a message we sent ended. One that failed on its way goes by the next channel. */
export async function takeSent(tx: EntityManager, act: Act, event: WechatEvent): Promise<void> {
  for (const { MsgID, ErrorCode, ErrorStatus } of entriesOf(event)) {
    if (!MsgID || !ErrorCode || ErrorCode === '0') continue
    const known = (await tx.query(
      `SELECT community_id, message_id, state FROM deliveries WHERE provider_id = $1 AND channel = 'subscribe' FOR UPDATE`,
      [MsgID],
    )) as { community_id: string; message_id: string; state: string }[]
    // WeChat can be faster than our own commit; it tells again when we do not answer.
    if (known.length === 0) throw new ProblemError('NOT_READY')
    for (const { community_id: communityId, message_id: messageId } of known.filter(({ state }) => state === 'sent')) {
      await tx.query(
        `UPDATE deliveries SET state = 'failed', reason = $3, at = $4
         WHERE community_id = $1 AND message_id = $2 AND channel = 'subscribe'`,
        [communityId, messageId, `微信未能送达（${ErrorCode} ${ErrorStatus ?? ''}）`.slice(0, 200), act.now],
      )
      await tell(tx, act, MESSAGES_TOLD, communityId, { messageIds: [messageId] })
    }
  }
}
