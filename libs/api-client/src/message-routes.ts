import type {
  DeliveryCounts,
  DeliveryRow,
  InboxMessage,
  MessageChannelsView,
  MessagePreferences,
  MessageView,
  Page,
  ResendDeliveries,
  Resent,
  SetPolicy,
  SetPreferences,
  SetRobot,
  SubscriptionAnswers,
  SubscriptionOffer,
} from '@yinuo/contracts'

/** What people are told, by which channels, and what became of it. */
export interface MessageRoutes {
  'GET /me/messages': { answer: Page<InboxMessage> }
  'POST /me/messages/{id}/read': { answer: void }
  'POST /me/messages/read-all': { answer: void }
  'GET /me/message-preferences': { answer: MessagePreferences }
  'PUT /me/message-preferences': { body: SetPreferences; answer: MessagePreferences }
  'POST /me/message-preferences/email': { body: { email: string }; answer: MessagePreferences }
  'POST /me/message-preferences/email/confirm': { body: { code: string }; answer: MessagePreferences }
  'DELETE /me/message-preferences/email': { answer: MessagePreferences }
  'GET /me/subscriptions': { answer: SubscriptionOffer[] }
  'POST /me/subscriptions': { body: SubscriptionAnswers; answer: SubscriptionOffer[] }
  'GET /communities/{communityId}/deliveries': { answer: Page<DeliveryRow> }
  'GET /communities/{communityId}/delivery-counts': { answer: DeliveryCounts[] }
  'POST /communities/{communityId}/deliveries/resend': { body: ResendDeliveries; answer: Resent }
  'GET /communities/{communityId}/messages/{id}': { answer: MessageView }
  'GET /communities/{communityId}/message-channels': { answer: MessageChannelsView }
  'PUT /communities/{communityId}/message-channels/robot': { body: SetRobot; answer: MessageChannelsView }
  'POST /communities/{communityId}/message-channels/robot/test': { answer: void }
  'PUT /communities/{communityId}/message-channels/policy': { body: SetPolicy; answer: MessageChannelsView }
}
