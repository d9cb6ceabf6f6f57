import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addPerson } from '../actions/add-person.ts'
import { changePerson } from '../actions/change-person.ts'
import { movePersonOut } from '../actions/move-out.ts'
import { transferUnit } from '../actions/transfer-unit.ts'
import { readHousehold } from '../queries/read-household.ts'
import { AddPerson, ChangePerson, KeptRow, MovePersonOut, TransferUnit } from './household-edits.dto.ts'
import { Household } from './households.dto.ts'

@ApiTags('archive')
@Controller('communities/:communityId')
export class HouseholdsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('households/:unitId')
  @CalledBy({ permission: 'archive.read' })
  @ApiOkResponse({ type: Household })
  readHousehold(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
  ): Promise<Household> {
    return readHousehold(this.#database, this.#links, act, communityId, unitId)
  }

  @Post('households/:unitId/people')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: KeptRow })
  addPerson(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Body() body: AddPerson,
  ): Promise<KeptRow> {
    return this.#database.write(act, (tx) => addPerson(tx, act, communityId, unitId, termsOf(body)))
  }

  @Put('residencies/:id')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: KeptRow })
  changePerson(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ChangePerson,
  ): Promise<KeptRow> {
    const change = { ...termsOf(body), phone: body.phone ?? null }
    return this.#database.write(act, (tx) => changePerson(tx, act, communityId, id, change))
  }

  @Post('residencies/:id/end')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: KeptRow })
  movePersonOut(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MovePersonOut,
  ): Promise<KeptRow> {
    return this.#database.write(act, (tx) => movePersonOut(tx, act, communityId, id, body))
  }

  @Post('households/:unitId/transfer')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: KeptRow, description: '过户写入的历史事件' })
  transferUnit(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Body() body: TransferUnit,
  ): Promise<KeptRow> {
    const newOwners = body.newOwners.map((owner) => ({ ...owner, sharePercent: owner.sharePercent ?? null }))
    const transfer = { ...body, newOwners, detail: body.detail ?? '' }
    return this.#database.write(act, (tx) => transferUnit(tx, act, communityId, unitId, transfer))
  }
}

/** What was left out is nothing: no share, no end. */
function termsOf<Body extends AddPerson | ChangePerson>({ sharePercent, validUntil, ...body }: Body) {
  return { ...body, sharePercent: sharePercent ?? null, validUntil: validUntil ?? null }
}
