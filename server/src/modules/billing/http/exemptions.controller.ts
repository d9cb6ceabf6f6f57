import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addExemption, endExemption, withdrawExemption } from '../actions/keep-exemption.ts'
import { listExemptions, readExemption } from '../queries/list-charges.ts'
import { EndExemption, ExemptionDraft, ExemptionPage, ExemptionQuery, ExemptionView, SeenExemption } from './charges.dto.ts'

const mayEdit = { permission: 'billing.edit' } as const

@ApiTags('billing')
@Controller('communities/:communityId/exemptions')
export class ExemptionsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy({ permission: 'billing.read' })
  @ApiOkResponse({ type: ExemptionPage })
  listExemptions(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: ExemptionQuery,
  ): Promise<ExemptionPage> {
    return listExemptions(this.#database, act, communityId, query)
  }

  @Post()
  @CalledBy(mayEdit)
  @Idempotent()
  @ApiCreatedResponse({ type: ExemptionView })
  async addExemption(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ExemptionDraft,
  ): Promise<ExemptionView> {
    const id = await this.#database.write(act, (tx) => addExemption(tx, act, communityId, body))
    return readExemption(this.#database, act, communityId, id)
  }

  @Post(':id/end')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ExemptionView })
  async endExemption(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EndExemption,
  ): Promise<ExemptionView> {
    await this.#database.write(act, (tx) => endExemption(tx, act, communityId, id, body))
    return readExemption(this.#database, act, communityId, id)
  }

  @Post(':id/withdraw')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ExemptionView })
  async withdrawExemption(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenExemption,
  ): Promise<ExemptionView> {
    await this.#database.write(act, (tx) => withdrawExemption(tx, act, communityId, id, body))
    return readExemption(this.#database, act, communityId, id)
  }
}
