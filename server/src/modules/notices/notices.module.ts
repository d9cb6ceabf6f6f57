import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { WechatModule } from '../../wechat/index.ts'
import { AccessModule } from '../access/index.ts'
import { Audiences, BroadcastsModule } from '../messages/index.ts'
import { NOTICE_TOLD } from './actions/load-notice.ts'
import { OUTAGE_TOLD } from './actions/outages.ts'
import { BoardController } from './http/board.controller.ts'
import { NoticeReceiptsController } from './http/notice-receipts.controller.ts'
import { NoticesController } from './http/notices.controller.ts'
import { OutagesController } from './http/outages.controller.ts'
import { PublishDue } from './jobs/publish-due.ts'
import { tellOfNotice } from './jobs/tell-of-notice.ts'
import { tellOfOutage, tellOfOverdue } from './jobs/tell-of-outage.ts'
import { OUTAGE_OVERDUE, WatchOutages } from './jobs/watch-outages.ts'
import { audiences } from './queries/audience.sql.ts'

@Module({
  imports: [AccessModule, BroadcastsModule, WechatModule],
  controllers: [NoticesController, NoticeReceiptsController, OutagesController, BoardController],
  providers: [PublishDue, WatchOutages],
})
export class NoticesModule {
  constructor(relay: OutboxRelay, known: Audiences) {
    for (const [name, condition] of Object.entries(audiences)) known.define(name, condition)
    relay.on(NOTICE_TOLD, tellOfNotice)
    relay.on(OUTAGE_TOLD, tellOfOutage)
    relay.on(OUTAGE_OVERDUE, tellOfOverdue)
  }
}
