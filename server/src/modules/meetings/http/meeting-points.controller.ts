import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { ComplaintReceipt } from '../../complaints/index.ts'
import { RepairReceipt } from '../../repairs/index.ts'
import { answerPoint, raisePoint, turnIntoComplaint, turnIntoRepair } from '../actions/points.ts'
import { readMeeting } from '../queries/read-meeting.ts'
import { AnswerPoint, PointToComplaint, PointToRepair, RaisePoint } from './meeting-guests.dto.ts'
import { MeetingView } from './meetings.dto.ts'

/** What was raised, until it is answered. */
@ApiTags('meetings')
@Controller('communities/:communityId')
export class MeetingPointsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Post('meetings/:id/points')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  async raisePoint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RaisePoint,
  ): Promise<MeetingView> {
    await this.#database.write(act, (tx) => raisePoint(tx, act, communityId, id, body))
    return readMeeting(this.#database, act, communityId, id)
  }

  @Post('meeting-points/:id/answer')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeetingView })
  async answerPoint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AnswerPoint,
  ): Promise<MeetingView> {
    const meetingId = await this.#database.write(act, (tx) => answerPoint(tx, act, communityId, id, body))
    return readMeeting(this.#database, act, communityId, meetingId)
  }

  @Post('meeting-points/:id/complaint')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: ComplaintReceipt })
  turnPointIntoComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: PointToComplaint,
  ): Promise<ComplaintReceipt> {
    return this.#database.write(act, (tx) => turnIntoComplaint(tx, act, communityId, id, body))
  }

  @Post('meeting-points/:id/repair')
  @CalledBy({ permission: 'meetings.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: RepairReceipt })
  turnPointIntoRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: PointToRepair,
  ): Promise<RepairReceipt> {
    return this.#database.write(act, (tx) => turnIntoRepair(tx, act, communityId, id, body))
  }
}
