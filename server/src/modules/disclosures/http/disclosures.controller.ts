import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { checkDisclosure, returnDisclosure } from '../actions/decide-disclosure.ts'
import { planDisclosures } from '../actions/plan-disclosures.ts'
import { postDisclosure } from '../actions/post-disclosure.ts'
import { copyDisclosure, correctDisclosure, editDisclosure } from '../actions/write-disclosure.ts'
import { disclosureCalendar } from '../queries/disclosure-calendar.ts'
import { listDisclosures } from '../queries/list-disclosures.ts'
import { disclosureFindings, readDisclosure } from '../queries/read-disclosure.ts'
import { SigningKeys } from '../signing-keys.ts'
import {
  CorrectDisclosure,
  DisclosureCalendarView,
  DisclosureCalendarWish,
  DisclosureFound,
  DisclosurePage,
  DisclosureQuery,
  DisclosureView,
  EditDisclosure,
  ReturnDisclosure,
  SeenDisclosure,
} from './disclosures.dto.ts'

@ApiTags('disclosures')
@Controller('communities/:communityId')
export class DisclosuresController {
  readonly #database: Database
  readonly #keys: SigningKeys

  constructor(database: Database, keys: SigningKeys) {
    this.#database = database
    this.#keys = keys
  }

  @Get('disclosure-calendar')
  @CalledBy({ permission: 'disclosures.read' })
  @ApiOkResponse({ type: DisclosureCalendarView })
  disclosureCalendar(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<DisclosureCalendarView> {
    return disclosureCalendar(this.#database, act, communityId)
  }

  @Put('disclosure-calendar')
  @CalledBy({ permission: 'disclosures.edit' })
  @ApiOkResponse({ type: DisclosureCalendarView })
  async planDisclosures(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: DisclosureCalendarWish,
  ): Promise<DisclosureCalendarView> {
    await this.#database.write(act, (tx) => planDisclosures(tx, act, communityId, body))
    return disclosureCalendar(this.#database, act, communityId)
  }

  @Get('disclosures')
  @CalledBy({ permission: 'disclosures.read' })
  @ApiOkResponse({ type: DisclosurePage })
  listDisclosures(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: DisclosureQuery,
  ): Promise<DisclosurePage> {
    return listDisclosures(this.#database, act, communityId, query)
  }

  @Get('disclosures/:id')
  @CalledBy({ permission: 'disclosures.read' })
  @ApiOkResponse({ type: DisclosureView })
  readDisclosure(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<DisclosureView> {
    return readDisclosure(this.#database, act, communityId, id) as Promise<DisclosureView>
  }

  /** What somebody ought to know before they check or post it. */
  @Get('disclosures/:id/findings')
  @CalledBy({ permission: 'disclosures.read' })
  @ApiOkResponse({ type: [DisclosureFound] })
  disclosureFindings(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<DisclosureFound[]> {
    return disclosureFindings(this.#database, act, communityId, id)
  }

  @Put('disclosures/:id')
  @CalledBy({ permission: 'disclosures.edit' })
  @ApiOkResponse({ type: DisclosureView })
  editDisclosure(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditDisclosure,
  ): Promise<DisclosureView> {
    return this.#change(act, communityId, id, (tx) => editDisclosure(tx, act, { communityId, id }, body))
  }

  /** Takes the lines out of the books anew. */
  @Post('disclosures/:id/copy')
  @CalledBy({ permission: 'disclosures.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DisclosureView })
  copyDisclosure(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenDisclosure,
  ): Promise<DisclosureView> {
    return this.#change(act, communityId, id, (tx) => copyDisclosure(tx, act, { communityId, id }, body))
  }

  @Post('disclosures/:id/check')
  @CalledBy({ permission: 'disclosures.check' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DisclosureView })
  checkDisclosure(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenDisclosure,
  ): Promise<DisclosureView> {
    return this.#change(act, communityId, id, (tx) => checkDisclosure(tx, act, { communityId, id }, body))
  }

  @Post('disclosures/:id/return')
  @CalledBy({ permission: 'disclosures.check' }, { permission: 'disclosures.post' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DisclosureView })
  returnDisclosure(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReturnDisclosure,
  ): Promise<DisclosureView> {
    return this.#change(act, communityId, id, (tx) => returnDisclosure(tx, act, { communityId, id }, body))
  }

  @Post('disclosures/:id/post')
  @CalledBy({ permission: 'disclosures.post' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DisclosureView })
  postDisclosure(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenDisclosure,
  ): Promise<DisclosureView> {
    return this.#change(act, communityId, id, (tx) => postDisclosure(tx, act, this.#keys, { communityId, id }, body))
  }

  /** Begins a new edition beside the one that stands; answers with its draft. */
  @Post('disclosures/:id/correct')
  @CalledBy({ permission: 'disclosures.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: DisclosureView })
  async correctDisclosure(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: CorrectDisclosure,
  ): Promise<DisclosureView> {
    const draft = await this.#database.write(act, (tx) => correctDisclosure(tx, act, { communityId, id }, body))
    return this.readDisclosure(act, communityId, draft)
  }

  async #change(
    act: CallerAct,
    communityId: string,
    id: string,
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<DisclosureView> {
    await this.#database.write(act, change)
    return this.readDisclosure(act, communityId, id)
  }
}
