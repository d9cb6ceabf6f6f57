import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addSharedCost, withdrawSharedCost } from '../actions/keep-shared-cost.ts'
import { listSharedCosts, readSharedCost } from '../queries/list-shared-costs.ts'
import { SeenSharedCost, SharedCostDraft, SharedCostPage, SharedCostView, WithdrawnSharedCost } from './shared-costs.dto.ts'

const mayEdit = { permission: 'billing.edit' } as const

@ApiTags('billing')
@Controller('communities/:communityId/shared-costs')
export class SharedCostsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get()
  @CalledBy({ permission: 'billing.read' })
  @ApiOkResponse({ type: SharedCostPage })
  listSharedCosts(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PageQuery,
  ): Promise<SharedCostPage> {
    return listSharedCosts({ database: this.#database, links: this.#links }, act, communityId, query)
  }

  @Post()
  @CalledBy(mayEdit)
  @Idempotent()
  @ApiCreatedResponse({ type: SharedCostView })
  async addSharedCost(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: SharedCostDraft,
  ): Promise<SharedCostView> {
    const id = await this.#database.write(act, (tx) => addSharedCost(tx, act, communityId, body))
    return readSharedCost({ database: this.#database, links: this.#links }, act, communityId, id)
  }

  @Post(':id/withdraw')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: WithdrawnSharedCost })
  async withdrawSharedCost(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenSharedCost,
  ): Promise<WithdrawnSharedCost> {
    await this.#database.write(act, (tx) => withdrawSharedCost(tx, act, communityId, id, body))
    return { id }
  }
}
