import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { applyForResidence } from '../actions/apply-for-residence.ts'
import { approveApplication, rejectApplication } from '../actions/decide-application.ts'
import { inCompanyOf } from '../queries/company-of.ts'
import { applicationView, listApplications, listMyApplications } from '../queries/list-applications.ts'
import {
  ApplicationQuery,
  ApplyForResidence,
  RejectResidence,
  ResidenceApplication,
  ResidenceApplicationPage,
} from './organisation.dto.ts'

@ApiTags('organisation')
@Controller()
export class ResidenceApplicationsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('me/residence-applications')
  @CalledBy('resident')
  @ApiOkResponse({ type: [ResidenceApplication] })
  listMyResidenceApplications(@CurrentCaller() act: CallerAct): Promise<ResidenceApplication[]> {
    return listMyApplications(this.#database, this.#links, act)
  }

  @Post('communities/:communityId/residence-applications')
  @CalledBy('signed-in')
  @Idempotent()
  @ApiCreatedResponse({ type: ResidenceApplication })
  async applyForResidence(
    @CurrentCaller() caller: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ApplyForResidence,
  ): Promise<ResidenceApplication> {
    const { act, companyId } = await inCompanyOf(this.#database, caller, communityId)
    return this.#database.write(act, async (tx) => {
      const row = await applyForResidence(tx, act, { id: communityId, companyId }, body)
      return applicationView({ ...row, matches_archive: false }, this.#links, act)
    })
  }

  @Get('communities/:communityId/residence-applications')
  @CalledBy({ permission: 'applications.review' })
  @ApiOkResponse({ type: ResidenceApplicationPage })
  listResidenceApplications(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: ApplicationQuery,
  ): Promise<ResidenceApplicationPage> {
    return listApplications(this.#database, this.#links, act, communityId, query)
  }

  @Post('communities/:communityId/residence-applications/:id/approve')
  @CalledBy({ permission: 'applications.review' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ResidenceApplication })
  approveResidenceApplication(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ResidenceApplication> {
    return this.#database.write(act, async (tx) =>
      applicationView(await approveApplication(tx, act, communityId, id), this.#links, act),
    )
  }

  @Post('communities/:communityId/residence-applications/:id/reject')
  @CalledBy({ permission: 'applications.review' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ResidenceApplication })
  rejectResidenceApplication(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RejectResidence,
  ): Promise<ResidenceApplication> {
    return this.#database.write(act, async (tx) =>
      applicationView(await rejectApplication(tx, act, communityId, id, body.reason), this.#links, act),
    )
  }
}
