import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { drawSamples, recordSampleFinding } from '../actions/sample-repairs.ts'
import { listSamples } from '../queries/list-samples.ts'
import { DrawSamples, RepairSample, RepairSamplePage, SampleFinding, SampleQuery } from './repairs.dto.ts'

@ApiTags('repairs')
@Controller('communities/:communityId/repair-samples')
@CalledBy({ permission: 'repairs.supervise' })
export class RepairSamplesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @ApiOkResponse({ type: RepairSamplePage })
  listSamples(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() filters: SampleQuery,
  ): Promise<RepairSamplePage> {
    return listSamples(this.#database, act, communityId, filters)
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: [RepairSample] })
  async drawSamples(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: DrawSamples,
  ): Promise<RepairSample[]> {
    const { ids } = await this.#database.write(act, (tx) => drawSamples(tx, act, communityId, body))
    return (await listSamples(this.#database, act, communityId, { ids, limit: ids.length })).items
  }

  @Post(':id/result')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: RepairSample })
  async recordSampleFinding(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SampleFinding,
  ): Promise<RepairSample> {
    await this.#database.write(act, (tx) => recordSampleFinding(tx, act, communityId, id, body))
    return (await listSamples(this.#database, act, communityId, { ids: [id], limit: 1 })).items[0]!
  }
}
