import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { announceOutage, recoverOutage, updateOutage } from '../actions/outages.ts'
import { listOutages, readOutage } from '../queries/outages.ts'
import { NewOutage, NewOutageUpdate, OutagePage, OutageQuery, OutageRecovery, OutageView } from './outages.dto.ts'

@ApiTags('notices')
@Controller('communities/:communityId/outages')
export class OutagesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: OutagePage })
  listOutages(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: OutageQuery,
  ): Promise<OutagePage> {
    return listOutages(this.#database, act, communityId, query)
  }

  @Post()
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: OutageView })
  async announceOutage(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewOutage,
  ): Promise<OutageView> {
    const id = await this.#database.write(act, (tx) => announceOutage(tx, act, communityId, body))
    return readOutage(this.#database, act, communityId, id)
  }

  @Get(':id')
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: OutageView })
  readOutage(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<OutageView> {
    return readOutage(this.#database, act, communityId, id)
  }

  @Post(':id/update')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: OutageView })
  async updateOutage(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NewOutageUpdate,
  ): Promise<OutageView> {
    await this.#database.write(act, (tx) => updateOutage(tx, act, communityId, id, body))
    return readOutage(this.#database, act, communityId, id)
  }

  @Post(':id/recover')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: OutageView })
  async recoverOutage(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: OutageRecovery,
  ): Promise<OutageView> {
    await this.#database.write(act, (tx) => recoverOutage(tx, act, communityId, id, body))
    return readOutage(this.#database, act, communityId, id)
  }
}
