import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { assignVisits } from '../actions/assign-visits.ts'
import { openRound } from '../actions/open-round.ts'
import { listMakers } from '../queries/list-makers.ts'
import { listRounds, readRound } from '../queries/rounds.ts'
import { NewVisitRound, VisitRoundPage, VisitRoundView } from './visit-rounds.dto.ts'
import { AssignedVisits, AssignVisits, VisitMaker } from './visits.dto.ts'

/** The plan, and who does it. */
@ApiTags('visits')
@Controller('communities/:communityId')
export class VisitRoundsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('visit-rounds')
  @CalledBy({ permission: 'visits.read' })
  @ApiOkResponse({ type: VisitRoundPage })
  listVisitRounds(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PageQuery,
  ): Promise<VisitRoundPage> {
    return listRounds(this.#database, act, communityId, query)
  }

  @Post('visit-rounds')
  @CalledBy({ permission: 'visits.plan' })
  @Idempotent()
  @ApiCreatedResponse({ type: VisitRoundView })
  async openVisitRound(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewVisitRound,
  ): Promise<VisitRoundView> {
    const id = await this.#database.write(act, (tx) => openRound(tx, act, communityId, body))
    return readRound(this.#database, act, communityId, id)
  }

  @Get('visit-rounds/:id')
  @CalledBy({ permission: 'visits.read' })
  @ApiOkResponse({ type: VisitRoundView })
  readVisitRound(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<VisitRoundView> {
    return readRound(this.#database, act, communityId, id)
  }

  @Get('visit-makers')
  @CalledBy({ permission: 'visits.plan' })
  @ApiOkResponse({ type: [VisitMaker] })
  listVisitMakers(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<VisitMaker[]> {
    return listMakers(this.#database, act, communityId)
  }

  @Post('visit-assignments')
  @CalledBy({ permission: 'visits.plan' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AssignedVisits })
  assignVisits(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: AssignVisits,
  ): Promise<AssignedVisits> {
    return this.#database.write(act, (tx) => assignVisits(tx, act, communityId, body))
  }
}
