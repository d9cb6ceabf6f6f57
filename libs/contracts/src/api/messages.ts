import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── messages ──────────────────────────────────────────────────────────────────
/** GET /api/me/messages → Page<InboxMessage> ; POST /api/me/messages/{id}/read → 204 ; POST /api/me/messages/read-all → 204 */
export type InboxMessage = Schemas['InboxMessage']
/** GET /api/me/subscriptions → templates for wx.requestSubscribeMessage and how many grants are left */
export type SubscriptionOffer = Schemas['SubscriptionOffer']
/** POST /api/me/subscriptions: what the sheet answered; `askId` is made by the client per asking → SubscriptionOffer[] */
export type SubscriptionAnswers = Schemas['SubscriptionAnswers']
/** GET /api/communities/{communityId}/deliveries?caseId=&state= → Page<DeliveryRow> */
export type DeliveryRow = Schemas['DeliveryRow']
/** GET /api/communities/{communityId}/messages/{id} */
export type MessageView = Schemas['MessageView']
/** GET /api/communities/{communityId}/delivery-counts → DeliveryCounts[] ; POST …/deliveries/resend {ids} → {resent} */
export type DeliveryCounts = Schemas['DeliveryCounts']
export type ResendDeliveries = Schemas['ResendDeliveries']
export type Resent = Schemas['Resent']
/** GET /api/communities/{communityId}/message-channels ; PUT …/robot ; POST …/robot/test ; PUT …/policy */
export type MessageChannelsView = Schemas['MessageChannelsView']
export type MessagePolicyView = Schemas['MessagePolicyView']
export type SetRobot = Schemas['SetRobot']
export type SetPolicy = Schemas['SetPolicy']
/** GET, PUT /api/me/message-preferences ; POST …/email {email} ; POST …/email/confirm {code} ; DELETE …/email */
export type MessagePreferences = Schemas['MessagePreferences']
export type SetPreferences = Schemas['SetPreferences']

// ── notices ───────────────────────────────────────────────────────────────────
/** GET …/notices → Page<NoticeRow> ; POST …/notices ; GET, PUT …/notices/{id} ; POST …/notices/{id}/(submit|approve|refuse|publish|
 *  schedule|correct|withdraw|remind) → NoticeView ; GET …/notice-numbers */
export type NoticeRow = Schemas['NoticeRow']
export type NoticeView = Schemas['NoticeView']
export type NoticeDraft = Schemas['NoticeDraft']
export type EditedNotice = Schemas['EditedNotice']
export type NoticeAudience = Schemas['NoticeAudience']
export type NoticeEdition = Schemas['NoticeEdition']
export type NoticeCorrection = Schemas['NoticeCorrection']
export type NoticeReason = Schemas['NoticeReason']
export type NoticeSchedule = Schemas['NoticeSchedule']
export type SeenNotice = Schemas['SeenNotice']
export type NoticeNumbers = Schemas['NoticeNumbers']
/** POST …/notice-reach → NoticeReach: changes nothing */
export type NoticeReach = Schemas['NoticeReach']
export type NoticeReachWish = Schemas['NoticeReachWish']
export type NoticeCode = Schemas['NoticeCode']
/** GET …/notices/{id}/receipts → Page<NoticeReceipt> ; GET …/notices/{id}/receipt-numbers */
export type NoticeReceipt = Schemas['NoticeReceipt']
export type ReceiptNumbers = Schemas['ReceiptNumbers']
/** GET, POST …/outages ; GET …/outages/{id} ; POST …/outages/{id}/(update|recover) → OutageView */
export type OutageRow = Schemas['OutageRow']
export type OutageView = Schemas['OutageView']
export type OutageUpdate = Schemas['OutageUpdate']
export type NewOutage = Schemas['NewOutage']
export type NewOutageUpdate = Schemas['NewOutageUpdate']
export type OutageRecovery = Schemas['OutageRecovery']
