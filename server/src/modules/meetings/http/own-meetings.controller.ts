import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { checkIn } from '../actions/attend.ts'
import { bookMeeting, cancelOwnBooking } from '../actions/book.ts'
import { listOwnMeetings, readOwnMeeting } from '../queries/own-meetings.ts'
import { BookMeeting, CheckedIn, CheckIn, OwnMeeting, OwnMeetingPage, OwnMeetingsQuery } from './own-meetings.dto.ts'

/** What is announced to where the caller lives or works. */
@ApiTags('meetings')
@Controller('me')
@CalledBy('signed-in')
export class OwnMeetingsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('meetings')
  @ApiOkResponse({ type: OwnMeetingPage })
  listMyMeetings(@CurrentCaller() act: CallerAct, @Query() query: OwnMeetingsQuery): Promise<OwnMeetingPage> {
    return listOwnMeetings(this.#database, act, query)
  }

  @Get('meetings/:id')
  @ApiOkResponse({ type: OwnMeeting })
  readMyMeeting(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwnMeeting> {
    return readOwnMeeting(this.#database, act, id)
  }

  @Post('meetings/:id/book')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: OwnMeeting })
  async bookMyMeeting(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() body: BookMeeting): Promise<OwnMeeting> {
    await this.#database.write(act, (tx) => bookMeeting(tx, act, id, body))
    return readOwnMeeting(this.#database, act, id)
  }

  @Post('meetings/:id/cancel-booking')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: OwnMeeting })
  async cancelMyBooking(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwnMeeting> {
    await this.#database.write(act, (tx) => cancelOwnBooking(tx, act, id))
    return readOwnMeeting(this.#database, act, id)
  }

  /** The code that is shown where the meeting is. */
  @Post('meeting-check-ins')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: CheckedIn })
  checkIntoMeeting(@CurrentCaller() act: CallerAct, @Body() body: CheckIn): Promise<CheckedIn> {
    return this.#database.write(act, (tx) => checkIn(tx, act, body))
  }
}
