import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { markAttended, renewCheckInKey } from '../actions/attend.ts'
import { bookForResident, cancelBooking } from '../actions/book.ts'
import { drawMeetingCode } from '../queries/draw-code.ts'
import { listParticipants } from '../queries/list-participants.ts'
import { readMeeting } from '../queries/read-meeting.ts'
import { BookForGuest, MeetingGuest } from './meeting-guests.dto.ts'
import { MeetingCode, MeetingParticipantPage, MeetingView, ParticipantQuery, SeenMeeting } from './meetings.dto.ts'

/** Who comes to a meeting, and who was there. */
@ApiTags('meetings')
@Controller('communities/:communityId')
export class MeetingGuestsController {
  readonly #database: Database
  readonly #wechat: Wechat

  constructor(database: Database, wechat: Wechat) {
    this.#database = database
    this.#wechat = wechat
  }

  @Get('meetings/:id/participants')
  @CalledBy({ permission: 'meetings.read' })
  @ApiOkResponse({ type: MeetingParticipantPage })
  listMeetingParticipants(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() query: ParticipantQuery,
  ): Promise<MeetingParticipantPage> {
    return listParticipants(this.#database, act, communityId, id, query)
  }

  @Post('meetings/:id/bookings')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  async bookForResident(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: BookForGuest,
  ): Promise<MeetingView> {
    await this.#database.write(act, (tx) => bookForResident(tx, act, communityId, id, body))
    return readMeeting(this.#database, act, communityId, id)
  }

  @Post('meeting-bookings/:id/cancel')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  async cancelBooking(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<MeetingView> {
    const meetingId = await this.#database.write(act, (tx) => cancelBooking(tx, act, communityId, id))
    return readMeeting(this.#database, act, communityId, meetingId)
  }

  @Post('meetings/:id/attendances')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  async markAttended(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MeetingGuest,
  ): Promise<MeetingView> {
    await this.#database.write(act, (tx) => markAttended(tx, act, communityId, id, body))
    return readMeeting(this.#database, act, communityId, id)
  }

  /** To be shown on a screen or printed where the meeting is. */
  @Get('meetings/:id/code')
  @CalledBy({ permission: 'meetings.edit' })
  @ApiOkResponse({ type: MeetingCode })
  drawMeetingCode(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<MeetingCode> {
    return drawMeetingCode(this.#database, this.#wechat, act, communityId, id)
  }

  /** The first code, or one in the place of another that got about. */
  @Post('meetings/:id/code')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  async renewMeetingCode(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenMeeting,
  ): Promise<MeetingView> {
    await this.#database.write(act, (tx) => renewCheckInKey(tx, act, communityId, id, body))
    return readMeeting(this.#database, act, communityId, id)
  }
}
