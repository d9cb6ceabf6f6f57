import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addEvent, changeEvent } from '../actions/events.ts'
import { pinNote, withdrawNote, writeNote } from '../actions/notes.ts'
import { AddHouseholdEvent, ChangeHouseholdEvent, KeptRow, NoteKept, PinNote, WriteNote } from './household-edits.dto.ts'

@ApiTags('archive')
@Controller('communities/:communityId')
export class HouseholdRecordsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Post('households/:unitId/events')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: KeptRow })
  addHouseholdEvent(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Body() body: AddHouseholdEvent,
  ): Promise<KeptRow> {
    return this.#database.write(act, (tx) => addEvent(tx, act, communityId, unitId, wishOf(body)))
  }

  @Put('household-events/:id')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: KeptRow })
  changeHouseholdEvent(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ChangeHouseholdEvent,
  ): Promise<KeptRow> {
    return this.#database.write(act, (tx) => changeEvent(tx, act, communityId, id, wishOf(body)))
  }

  @Post('households/:unitId/notes')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: NoteKept })
  writeNote(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Body() body: WriteNote,
  ): Promise<NoteKept> {
    return this.#database.write(act, (tx) => writeNote(tx, act, communityId, unitId, body))
  }

  @Put('household-notes/:id')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  pinNote(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: PinNote,
  ): Promise<void> {
    return this.#database.write(act, (tx) => pinNote(tx, act, communityId, id, body.pinned))
  }

  @Post('household-notes/:id/withdraw')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  withdrawNote(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<void> {
    return this.#database.write(act, (tx) => withdrawNote(tx, act, communityId, id))
  }
}

function wishOf<Body extends AddHouseholdEvent>({ detail = '', endedOn, ...body }: Body) {
  return { ...body, detail, endedOn: endedOn ?? null }
}
