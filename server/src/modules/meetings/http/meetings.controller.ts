import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { announceMeeting, cancelMeeting, holdMeeting } from '../actions/move-meeting.ts'
import { editMeeting, planMeeting } from '../actions/plan-meeting.ts'
import { correctMinutes, publishMinutes, writeMinutes } from '../actions/write-minutes.ts'
import { listMeetings } from '../queries/list-meetings.ts'
import { meetingSchedule } from '../queries/meeting-schedule.ts'
import { readMeeting } from '../queries/read-meeting.ts'
import {
  EditedMeeting,
  MeetingDraft,
  MeetingPage,
  MeetingQuery,
  MeetingReason,
  MeetingSchedule,
  MeetingView,
  MinutesCorrection,
  MinutesDraft,
  SeenMeeting,
} from './meetings.dto.ts'

@ApiTags('meetings')
@Controller('communities/:communityId')
export class MeetingsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('meetings')
  @CalledBy({ permission: 'meetings.read' })
  @ApiOkResponse({ type: MeetingPage })
  listMeetings(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: MeetingQuery,
  ): Promise<MeetingPage> {
    return listMeetings(this.#database, act, communityId, query)
  }

  /** What the standard wants next, and until when. */
  @Get('meeting-schedule')
  @CalledBy({ permission: 'meetings.read' })
  @ApiOkResponse({ type: MeetingSchedule })
  meetingSchedule(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<MeetingSchedule> {
    return meetingSchedule(this.#database, act, communityId)
  }

  @Post('meetings')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: MeetingView })
  async planMeeting(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: MeetingDraft,
  ): Promise<MeetingView> {
    const id = await this.#database.write(act, (tx) => planMeeting(tx, act, communityId, body))
    return readMeeting(this.#database, act, communityId, id)
  }

  @Get('meetings/:id')
  @CalledBy({ permission: 'meetings.read' })
  @ApiOkResponse({ type: MeetingView })
  readMeeting(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<MeetingView> {
    return readMeeting(this.#database, act, communityId, id)
  }

  @Put('meetings/:id')
  @CalledBy({ permission: 'meetings.edit' })
  @ApiOkResponse({ type: MeetingView })
  editMeeting(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedMeeting,
  ): Promise<MeetingView> {
    return this.#change(act, communityId, id, (tx) => editMeeting(tx, act, communityId, id, body))
  }

  @Post('meetings/:id/announce')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  announceMeeting(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenMeeting,
  ): Promise<MeetingView> {
    return this.#change(act, communityId, id, (tx) => announceMeeting(tx, act, communityId, id, body))
  }

  @Post('meetings/:id/cancel')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  cancelMeeting(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MeetingReason,
  ): Promise<MeetingView> {
    return this.#change(act, communityId, id, (tx) => cancelMeeting(tx, act, communityId, id, body))
  }

  @Post('meetings/:id/hold')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  holdMeeting(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenMeeting,
  ): Promise<MeetingView> {
    return this.#change(act, communityId, id, (tx) => holdMeeting(tx, act, communityId, id, body))
  }

  @Put('meetings/:id/minutes')
  @CalledBy({ permission: 'meetings.edit' })
  @ApiOkResponse({ type: MeetingView })
  writeMinutes(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MinutesDraft,
  ): Promise<MeetingView> {
    return this.#change(act, communityId, id, (tx) => writeMinutes(tx, act, communityId, id, body))
  }

  @Post('meetings/:id/publish-minutes')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  publishMinutes(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenMeeting,
  ): Promise<MeetingView> {
    return this.#change(act, communityId, id, (tx) => publishMinutes(tx, act, communityId, id, body))
  }

  @Post('meetings/:id/correct-minutes')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  correctMinutes(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MinutesCorrection,
  ): Promise<MeetingView> {
    return this.#change(act, communityId, id, (tx) => correctMinutes(tx, act, communityId, id, body))
  }

  async #change(
    act: CallerAct,
    communityId: string,
    id: string,
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<MeetingView> {
    await this.#database.write(act, change)
    return readMeeting(this.#database, act, communityId, id)
  }
}
