import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { ComplaintReceipt } from '../../complaints/index.ts'
import { correctCount } from '../actions/empty-box.ts'
import { registerSlip, registerUnreadable } from '../actions/register-slip.ts'
import { listOpenings, readOpening } from '../queries/openings.ts'
import {
  BoxOpeningPage,
  BoxOpeningQuery,
  BoxOpeningView,
  CorrectedCount,
  NewBoxSlip,
  UnreadableSlip,
} from './suggestion-boxes.dto.ts'

@ApiTags('suggestion-boxes')
@Controller('communities/:communityId/box-openings')
export class BoxOpeningsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get()
  @CalledBy({ permission: 'complaints.read' })
  @ApiOkResponse({ type: BoxOpeningPage })
  listBoxOpenings(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: BoxOpeningQuery,
  ): Promise<BoxOpeningPage> {
    return listOpenings(this.#database, act, communityId, query)
  }

  @Get(':id')
  @CalledBy({ permission: 'complaints.read' })
  @ApiOkResponse({ type: BoxOpeningView })
  readBoxOpening(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<BoxOpeningView> {
    return readOpening(this.#database, this.#links, act, communityId, id)
  }

  @Put(':id/count')
  @CalledBy({ permission: 'complaints.assign' })
  @ApiOkResponse({ type: BoxOpeningView })
  async correctSlipCount(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: CorrectedCount,
  ): Promise<BoxOpeningView> {
    await this.#database.write(act, (tx) => correctCount(tx, act, communityId, id, body))
    return readOpening(this.#database, this.#links, act, communityId, id)
  }

  @Post(':id/slips')
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiCreatedResponse({ type: ComplaintReceipt })
  registerSlip(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NewBoxSlip,
  ): Promise<ComplaintReceipt> {
    return this.#database.write(act, (tx) => registerSlip(tx, act, communityId, id, body))
  }

  @Post(':id/unreadable-slips')
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  registerUnreadableSlip(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: UnreadableSlip,
  ): Promise<void> {
    return this.#database.write(act, (tx) => registerUnreadable(tx, act, communityId, id, body.reason))
  }
}
