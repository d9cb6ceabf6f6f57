import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { WechatOrders } from '../../payments/index.ts'
import { takeMoney } from '../actions/take-money.ts'
import { readCounterDesk, unitOfOrder } from '../queries/counter-desk.ts'
import { CounterDesk, TakeMoney, TakenMoney } from './counter.dto.ts'

/** Where money is taken by hand. */
@ApiTags('counter')
@Controller('communities/:communityId')
@CalledBy({ permission: 'payments.take' })
export class CounterController {
  readonly #database: Database
  readonly #orders: WechatOrders

  constructor(database: Database, orders: WechatOrders) {
    this.#database = database
    this.#orders = orders
  }

  @Get('units/:id/counter')
  @ApiOkResponse({ type: CounterDesk })
  readCounterDesk(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<CounterDesk> {
    return readCounterDesk(this.#database, act, communityId, id)
  }

  @Post('counter-payments')
  @Idempotent()
  @ApiCreatedResponse({ type: TakenMoney })
  takeMoney(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { reference = '', ...body }: TakeMoney,
  ): Promise<TakenMoney> {
    return this.#database.write(act, (tx) => takeMoney(tx, act, { communityId, reference, ...body }))
  }

  /** The household pays here instead: an order by WeChat is closed; one that turns out to be paid is settled. */
  @Post('payments/:id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: CounterDesk })
  async closeOrder(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') paymentId: string,
  ): Promise<CounterDesk> {
    const unitId = await unitOfOrder(this.#database, act, communityId, paymentId)
    await this.#orders.followNow({ communityId, paymentId }, act, true)
    return readCounterDesk(this.#database, act, communityId, unitId)
  }
}
