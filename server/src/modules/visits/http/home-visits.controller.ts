import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { wishVisit } from '../actions/wish-visit.ts'
import { nextHomeVisit, pastHomeVisits } from '../queries/home-visits.ts'
import { HomeVisitQuery, NextHomeVisit, NextHomeVisitQuery, PastHomeVisitPage, WishVisit } from './visits.dto.ts'

/** Visits of one's own home. */
@ApiTags('visits')
@Controller('communities/:communityId/home-visits')
@CalledBy('resident')
export class HomeVisitsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @ApiOkResponse({ type: PastHomeVisitPage })
  listHomeVisits(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: HomeVisitQuery,
  ): Promise<PastHomeVisitPage> {
    return pastHomeVisits(this.#database, act, communityId, query)
  }

  @Get('next')
  @ApiOkResponse({ type: NextHomeVisit })
  nextHomeVisit(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() { unitId }: NextHomeVisitQuery,
  ): Promise<NextHomeVisit> {
    return nextHomeVisit(this.#database, act, communityId, unitId)
  }

  @Put(':id/wish')
  @HttpCode(204)
  @ApiNoContentResponse()
  async wishHomeVisit(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: WishVisit,
  ): Promise<void> {
    await this.#database.write(act, (tx) => wishVisit(tx, act, communityId, id, body))
  }
}
