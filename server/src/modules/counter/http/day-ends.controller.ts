import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { closeDay } from '../actions/close-day.ts'
import { confirmDay, returnDay } from '../actions/decide-day.ts'
import { listDayEnds, readDayEnd } from '../queries/day-ends.ts'
import { readTill } from '../queries/till.ts'
import { CloseDay, DayEndPage, DayEndQuery, DayEndView, ReturnDayEnd, SeenDayEnd, Till } from './counter.dto.ts'

/** The end of a cashier's day. */
@ApiTags('counter')
@Controller('communities/:communityId')
@CalledBy({ permission: 'payments.read' })
export class DayEndsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('till')
  @CalledBy({ permission: 'payments.take' })
  @ApiOkResponse({ type: Till })
  readTill(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<Till> {
    return readTill(this.#database, act, communityId)
  }

  @Get('day-ends')
  @ApiOkResponse({ type: DayEndPage })
  listDayEnds(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: DayEndQuery,
  ): Promise<DayEndPage> {
    return listDayEnds(this.#database, act, communityId, query)
  }

  @Get('day-ends/:id')
  @ApiOkResponse({ type: DayEndView })
  readDayEnd(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<DayEndView> {
    return readDayEnd(this.#database, act, communityId, id)
  }

  @Post('day-ends')
  @Idempotent()
  @CalledBy({ permission: 'payments.take' })
  @ApiCreatedResponse({ type: DayEndView })
  async closeDay(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { because = '', depositSlip = '', ...body }: CloseDay,
  ): Promise<DayEndView> {
    const id = await this.#database.write(act, (tx) => closeDay(tx, act, communityId, { because, depositSlip, ...body }))
    return readDayEnd(this.#database, act, communityId, id)
  }

  @Post('day-ends/:id/confirm')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.approve' })
  @ApiOkResponse({ type: DayEndView })
  async confirmDayEnd(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') dayEndId: string,
    @Body() { version }: SeenDayEnd,
  ): Promise<DayEndView> {
    await this.#database.write(act, (tx) => confirmDay(tx, act, { communityId, dayEndId, version }))
    return readDayEnd(this.#database, act, communityId, dayEndId)
  }

  @Post('day-ends/:id/return')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.approve' })
  @ApiOkResponse({ type: DayEndView })
  async returnDayEnd(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') dayEndId: string,
    @Body() body: ReturnDayEnd,
  ): Promise<DayEndView> {
    await this.#database.write(act, (tx) => returnDay(tx, act, { communityId, dayEndId, ...body }))
    return readDayEnd(this.#database, act, communityId, dayEndId)
  }
}
