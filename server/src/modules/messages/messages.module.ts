import { Module, type OnModuleInit } from '@nestjs/common'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { Wechat, WechatEvents, WechatModule } from '../../wechat/index.ts'
import { SESSION_STOLEN } from '../access/index.ts'
import { takeChange, takePopup, takeSent } from './actions/take-wechat-events.ts'
import { MESSAGES_TOLD } from './actions/tell-people.ts'
import { DeliveriesController } from './http/deliveries.controller.ts'
import { MyMessagesController } from './http/my-messages.controller.ts'
import { MessageChannelsController } from './http/message-channels.controller.ts'
import { MyPreferencesController } from './http/my-preferences.controller.ts'
import { MySubscriptionsController } from './http/my-subscriptions.controller.ts'
import { DeliverMessages } from './jobs/deliver-messages.ts'
import { deliverMessage, deliverMessages, enqueueTold } from './jobs/delivery-jobs.ts'
import { DeliveryWatch } from './jobs/delivery-watch.ts'
import { tellOfTheft } from './jobs/tell-of-theft.ts'
import { Mailer } from './mail/mailer.ts'
import { SmtpMailer } from './mail/smtp-mailer.ts'
import { GroupRobot } from './robot/group-robot.ts'
import { robotSeal } from './robot/robot-seal.ts'
import { WecomRobot } from './robot/wecom-robot.ts'
import { HttpSmsGateway } from './sms/http-sms-gateway.ts'
import { SmsGateway } from './sms/sms-gateway.ts'

@Module({
  imports: [WechatModule],
  controllers: [
    MyMessagesController,
    MySubscriptionsController,
    MyPreferencesController,
    DeliveriesController,
    MessageChannelsController,
  ],
  providers: [
    DeliverMessages,
    DeliveryWatch,
    robotSeal,
    { provide: SmsGateway, useClass: HttpSmsGateway },
    { provide: Mailer, useClass: SmtpMailer },
    { provide: GroupRobot, useClass: WecomRobot },
  ],
  exports: [Mailer],
})
export class MessagesModule implements OnModuleInit {
  readonly #wechat: Wechat
  readonly #deliver: DeliverMessages
  readonly #events: WechatEvents
  readonly #jobs: Jobs
  readonly #outbox: OutboxRelay

  constructor(wechat: Wechat, deliver: DeliverMessages, events: WechatEvents, jobs: Jobs, outbox: OutboxRelay) {
    this.#wechat = wechat
    this.#deliver = deliver
    this.#events = events
    this.#jobs = jobs
    this.#outbox = outbox
  }

  onModuleInit(): void {
    const ids = this.#wechat.templateIds
    this.#events.on('subscribe_msg_popup_event', (tx, act, event) => takePopup(tx, act, event, ids))
    this.#events.on('subscribe_msg_change_event', (tx, act, event) => takeChange(tx, act, event, ids))
    this.#events.on('subscribe_msg_sent_event', takeSent)
    this.#jobs.handle(deliverMessage, (ref, run) => this.#deliver.one(ref, run))
    this.#jobs.handle(deliverMessages, (refs, run) => this.#deliver.many(refs, run))
    this.#outbox.on(SESSION_STOLEN, tellOfTheft)
    this.#outbox.on(MESSAGES_TOLD, async (tx, _act, { id, communityId, payload }) => {
      const { messageIds } = payload as { messageIds: string[] }
      await enqueueTold(this.#jobs, tx, { communityId, messageIds }, id)
    })
  }
}
