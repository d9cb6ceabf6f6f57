import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { askRefund } from '../actions/ask-refund.ts'
import { readPaymentRules, setPaymentRules } from '../actions/payment-rules.ts'
import { WechatOrders } from '../orders/wechat-orders.ts'
import { listPayments } from '../queries/list-payments.ts'
import { readPayment } from '../queries/read-payment.ts'
import { AskRefund, PaymentPage, PaymentQuery, PaymentRules, PaymentView, SetPaymentRules } from './payments.dto.ts'

/** What came in from the homes of a community. */
@ApiTags('payments')
@Controller('communities/:communityId')
@CalledBy({ permission: 'payments.read' })
export class PaymentsController {
  readonly #database: Database
  readonly #orders: WechatOrders

  constructor(database: Database, orders: WechatOrders) {
    this.#database = database
    this.#orders = orders
  }

  @Get('payments')
  @ApiOkResponse({ type: PaymentPage })
  listPayments(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PaymentQuery,
  ): Promise<PaymentPage> {
    return listPayments(this.#database, act, communityId, query)
  }

  @Get('payments/:id')
  @ApiOkResponse({ type: PaymentView })
  readPayment(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<PaymentView> {
    return readPayment(this.#database, act, communityId, id)
  }

  /** How it stands at WeChat, now. */
  @Post('payments/:id/ask')
  @HttpCode(200)
  @CalledBy({ permission: 'payments.take' }, { permission: 'payments.reconcile' })
  @ApiOkResponse({ type: PaymentView })
  async askPayment(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<PaymentView> {
    const { way } = await readPayment(this.#database, act, communityId, id)
    if (way === 'wechat') await this.#orders.followNow({ communityId, paymentId: id }, act)
    return readPayment(this.#database, act, communityId, id)
  }

  @Post('payments/:id/refunds')
  @Idempotent()
  @CalledBy({ permission: 'payments.take' })
  @ApiCreatedResponse({ type: PaymentView })
  async askRefund(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AskRefund,
  ): Promise<PaymentView> {
    await this.#database.write(act, (tx) => askRefund(tx, act, { communityId, paymentId: id, ...body }))
    return readPayment(this.#database, act, communityId, id)
  }

  @Get('payment-rules')
  @ApiOkResponse({ type: PaymentRules })
  readPaymentRules(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<PaymentRules> {
    return readPaymentRules(this.#database, act, communityId)
  }

  @Put('payment-rules')
  @CalledBy({ permission: 'payments.merchant' })
  @ApiOkResponse({ type: PaymentRules })
  async setPaymentRules(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: SetPaymentRules,
  ): Promise<PaymentRules> {
    await this.#database.write(act, (tx) => setPaymentRules(tx, act, communityId, body))
    return readPaymentRules(this.#database, act, communityId)
  }
}
