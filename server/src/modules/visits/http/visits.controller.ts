import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { ComplaintReceipt } from '../../complaints/index.ts'
import { RepairReceipt } from '../../repairs/index.ts'
import { recordVisit } from '../actions/record-visit.ts'
import { findComplaint, findRepair } from '../actions/turn-finding.ts'
import { pastHouseholdVisits } from '../queries/home-visits.ts'
import { listVisits, seesComplaints } from '../queries/list-visits.ts'
import { readVisit } from '../queries/read-visit.ts'
import {
  ComplaintFromVisit,
  PastVisitPage,
  RecordVisit,
  RepairFromVisit,
  VisitPage,
  VisitQuery,
  VisitView,
} from './visits.dto.ts'

/** Visits as they are looked up and made. */
@ApiTags('visits')
@Controller('communities/:communityId')
export class VisitsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('visits')
  @CalledBy({ permission: 'visits.read' }, { permission: 'visits.make' })
  @ApiOkResponse({ type: VisitPage })
  listVisits(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: VisitQuery,
  ): Promise<VisitPage> {
    return listVisits(this.#database, act, communityId, query)
  }

  @Get('visits/:id')
  @CalledBy({ permission: 'visits.read' }, { permission: 'visits.make' })
  @ApiOkResponse({ type: VisitView })
  readVisit(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<VisitView> {
    return readVisit(this.#database, this.#links, act, communityId, id)
  }

  @Post('visits/:id/record')
  @CalledBy({ permission: 'visits.make' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: VisitView })
  async recordVisit(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RecordVisit,
  ): Promise<VisitView> {
    await this.#database.write(act, (tx) => recordVisit(tx, act, communityId, id, body))
    return readVisit(this.#database, this.#links, act, communityId, id)
  }

  @Post('visits/:id/repair')
  @CalledBy({ permission: 'visits.make' })
  @Idempotent()
  @ApiCreatedResponse({ type: RepairReceipt })
  turnVisitIntoRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RepairFromVisit,
  ): Promise<RepairReceipt> {
    return this.#database.write(act, (tx) => findRepair(tx, act, communityId, id, body))
  }

  @Post('visits/:id/complaint')
  @CalledBy({ permission: 'visits.make' })
  @Idempotent()
  @ApiCreatedResponse({ type: ComplaintReceipt })
  turnVisitIntoComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ComplaintFromVisit,
  ): Promise<ComplaintReceipt> {
    return this.#database.write(act, (tx) => findComplaint(tx, act, communityId, id, body))
  }

  @Get('households/:unitId/visits')
  @CalledBy({ permission: 'visits.read' })
  @ApiOkResponse({ type: PastVisitPage })
  listHouseholdVisits(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Query() query: PageQuery,
  ): Promise<PastVisitPage> {
    const asked = { ...query, unitId, seesComplaints: seesComplaints(act, communityId) }
    return pastHouseholdVisits(this.#database, act, communityId, asked)
  }
}
