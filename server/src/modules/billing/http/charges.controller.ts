import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addCharge, dropPrice, editCharge, setPrice, stopCharge } from '../actions/keep-charge.ts'
import { exampleOf } from '../queries/example.ts'
import { listCharges, readCharge } from '../queries/list-charges.ts'
import {
  ChargeDraft,
  ChargeExample,
  ChargeView,
  DroppedPrice,
  EditedCharge,
  ExampleQuery,
  PriceDraft,
  StopCharge,
} from './charges.dto.ts'

const mayRead = { permission: 'billing.read' } as const
const mayEdit = { permission: 'billing.edit' } as const

@ApiTags('billing')
@Controller('communities/:communityId/charges')
export class ChargesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy(mayRead)
  @ApiOkResponse({ type: ChargeView, isArray: true })
  listCharges(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ChargeView[]> {
    return listCharges(this.#database, act, communityId)
  }

  @Post()
  @CalledBy(mayEdit)
  @Idempotent()
  @ApiCreatedResponse({ type: ChargeView })
  async addCharge(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ChargeDraft,
  ): Promise<ChargeView> {
    const id = await this.#database.write(act, (tx) => addCharge(tx, act, communityId, body))
    return readCharge(this.#database, act, communityId, id)
  }

  @Get(':id')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: ChargeView })
  readCharge(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<ChargeView> {
    return readCharge(this.#database, act, communityId, id)
  }

  @Get(':id/example')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: ChargeExample })
  readChargeExample(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() query: ExampleQuery,
  ): Promise<ChargeExample> {
    return exampleOf(this.#database, act, communityId, id, query)
  }

  @Put(':id')
  @CalledBy(mayEdit)
  @ApiOkResponse({ type: ChargeView })
  editCharge(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedCharge,
  ): Promise<ChargeView> {
    return this.#change(act, communityId, id, (tx) => editCharge(tx, act, communityId, id, body))
  }

  @Post(':id/stop')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChargeView })
  stopCharge(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: StopCharge,
  ): Promise<ChargeView> {
    return this.#change(act, communityId, id, (tx) => stopCharge(tx, act, communityId, id, body))
  }

  @Post(':id/prices')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChargeView })
  setPrice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: PriceDraft,
  ): Promise<ChargeView> {
    return this.#change(act, communityId, id, (tx) => setPrice(tx, act, communityId, id, body))
  }

  @Post(':id/drop-price')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChargeView })
  dropPrice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: DroppedPrice,
  ): Promise<ChargeView> {
    return this.#change(act, communityId, id, (tx) => dropPrice(tx, act, communityId, id, body))
  }

  async #change(
    act: CallerAct,
    communityId: string,
    id: string,
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<ChargeView> {
    await this.#database.write(act, change)
    return readCharge(this.#database, act, communityId, id)
  }
}
