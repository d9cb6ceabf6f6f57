import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { WechatModule } from '../../wechat/index.ts'
import { AccessModule } from '../access/index.ts'
import { Audiences, BroadcastsModule } from '../messages/index.ts'
import { MEETING_TOLD } from './actions/load-meeting.ts'
import { MeetingGuestsController } from './http/meeting-guests.controller.ts'
import { MeetingPointsController } from './http/meeting-points.controller.ts'
import { MeetingsController } from './http/meetings.controller.ts'
import { OwnMeetingsController } from './http/own-meetings.controller.ts'
import { MEETING_DRAFTED, PlanMeetings } from './jobs/plan-meetings.ts'
import { RemindOfMeetings } from './jobs/remind-of-meetings.ts'
import { tellOfDraft, tellOfMeeting } from './jobs/tell-of-meeting.ts'
import { audiences } from './queries/audiences.ts'

@Module({
  imports: [AccessModule, BroadcastsModule, WechatModule],
  controllers: [MeetingsController, MeetingGuestsController, MeetingPointsController, OwnMeetingsController],
  providers: [PlanMeetings, RemindOfMeetings],
})
export class MeetingsModule {
  constructor(relay: OutboxRelay, known: Audiences) {
    for (const [name, condition] of Object.entries(audiences)) known.define(name, condition)
    relay.on(MEETING_TOLD, tellOfMeeting)
    relay.on(MEETING_DRAFTED, tellOfDraft)
  }
}
