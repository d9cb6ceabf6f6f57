import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { PayBills } from '../orders/pay-bills.ts'
import { WechatOrders, type OrderKey } from '../orders/wechat-orders.ts'
import { listOwnPayments, readOwnPayment } from '../queries/own-payments.ts'
import { OpenedPayment, OwnPayment, OwnPaymentPage, OwnPaymentsQuery, Pay, PayRequest } from './own-payments.dto.ts'

/** What the caller pays and has paid for their homes. */
@ApiTags('payments')
@Controller('me/payments')
@CalledBy('signed-in')
export class OwnPaymentsController {
  readonly #database: Database
  readonly #pay: PayBills
  readonly #orders: WechatOrders

  constructor(database: Database, pay: PayBills, orders: WechatOrders) {
    this.#database = database
    this.#pay = pay
    this.#orders = orders
  }

  @Get()
  @ApiOkResponse({ type: OwnPaymentPage })
  listMyPayments(@CurrentCaller() act: CallerAct, @Query() query: OwnPaymentsQuery): Promise<OwnPaymentPage> {
    return listOwnPayments(this.#database, act, query)
  }

  @Get(':id')
  @ApiOkResponse({ type: OwnPayment })
  readMyPayment(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwnPayment> {
    return readOwnPayment(this.#database, act, id)
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: OpenedPayment })
  payMyBills(@CurrentCaller() act: CallerAct, @Body() body: Pay): Promise<OpenedPayment> {
    return this.#pay.pay(act, body)
  }

  /** Once more what wx.requestPayment needs: the same order goes on. */
  @Post(':id/request')
  @HttpCode(200)
  @ApiOkResponse({ type: PayRequest })
  async requestMyPayment(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<PayRequest> {
    return this.#orders.place(await this.#own(act, id))
  }

  /** The phone's word that it is paid is no proof: WeChat is asked. */
  @Post(':id/ask')
  @HttpCode(200)
  @ApiOkResponse({ type: OwnPayment })
  async askMyPayment(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwnPayment> {
    await this.#orders.followNow(await this.#own(act, id), act)
    return readOwnPayment(this.#database, act, id)
  }

  /** Not wanted any more; when it turns out to be paid, it is. */
  @Post(':id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: OwnPayment })
  async closeMyPayment(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwnPayment> {
    await this.#orders.followNow(await this.#own(act, id), act, true)
    return readOwnPayment(this.#database, act, id)
  }

  /** An order of the caller's own: nobody goes on with, or closes, what somebody else began. */
  async #own(act: CallerAct, id: string): Promise<OrderKey> {
    const payment = await readOwnPayment(this.#database, act, id)
    if (!payment.mine || payment.way !== 'wechat') throw new ProblemError('NOT_FOUND')
    return { communityId: payment.communityId, paymentId: id }
  }
}
