import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { draftResult } from '../actions/draft-result.ts'
import { complaintFigures } from '../queries/complaint-figures.ts'
import { listResults, readResult } from '../queries/list-results.ts'
import {
  ComplaintFiguresView,
  FiguresQuery,
  NewPublishedResult,
  PublishedResult,
  PublishedResultPage,
} from './published-results.dto.ts'

@ApiTags('published-results')
@Controller('communities/:communityId')
export class PublishedResultsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('complaint-figures')
  @CalledBy({ permission: 'complaints.read' })
  @ApiOkResponse({ type: ComplaintFiguresView })
  readComplaintFigures(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() period: FiguresQuery,
  ): Promise<ComplaintFiguresView> {
    return complaintFigures(this.#database, act, communityId, period)
  }

  @Get('published-results')
  @CalledBy({ permission: 'complaints.read' })
  @ApiOkResponse({ type: PublishedResultPage })
  listPublishedResults(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() page: PageQuery,
  ): Promise<PublishedResultPage> {
    return listResults(this.#database, act, communityId, page)
  }

  /** Drafts a notice; nothing goes out before somebody else has approved it. */
  @Post('published-results')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: PublishedResult })
  async draftPublishedResult(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewPublishedResult,
  ): Promise<PublishedResult> {
    const id = await this.#database.write(act, (tx) => draftResult(tx, act, communityId, body))
    return readResult(this.#database, act, communityId, id)
  }
}
