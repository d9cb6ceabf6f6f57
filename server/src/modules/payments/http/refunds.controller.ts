import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { creditOverpayment } from '../actions/credit-overpayment.ts'
import { approveRefund, refuseRefund } from '../actions/decide-refund.ts'
import { payRefund } from '../actions/pay-refund.ts'
import { listOverpayments, listRefunds, readOverpayment, readRefund } from '../queries/list-refunds.ts'
import { WechatRefunds } from '../refunds/wechat-refunds.ts'
import {
  OverpaymentPage,
  OverpaymentQuery,
  OverpaymentRow,
  RefundPage,
  RefundQuery,
  RefundRow,
  RefuseRefund,
  SeenMoney,
} from './payments.dto.ts'

/** Money that goes back, and money that was too much. */
@ApiTags('payments')
@Controller('communities/:communityId')
@CalledBy({ permission: 'payments.read' })
export class RefundsController {
  readonly #database: Database
  readonly #refunds: WechatRefunds

  constructor(database: Database, refunds: WechatRefunds) {
    this.#database = database
    this.#refunds = refunds
  }

  @Get('refunds')
  @ApiOkResponse({ type: RefundPage })
  listRefunds(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: RefundQuery,
  ): Promise<RefundPage> {
    return listRefunds(this.#database, act, communityId, query)
  }

  @Post('refunds/:id/approve')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.approve' })
  @ApiOkResponse({ type: RefundRow })
  async approveRefund(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') refundId: string,
    @Body() { version }: SeenMoney,
  ): Promise<RefundRow> {
    await this.#database.write(act, (tx) => approveRefund(tx, act, { communityId, refundId, version }))
    return readRefund(this.#database, act, communityId, refundId)
  }

  @Post('refunds/:id/refuse')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.approve' })
  @ApiOkResponse({ type: RefundRow })
  async refuseRefund(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') refundId: string,
    @Body() body: RefuseRefund,
  ): Promise<RefundRow> {
    await this.#database.write(act, (tx) => refuseRefund(tx, act, { communityId, refundId, ...body }))
    return readRefund(this.#database, act, communityId, refundId)
  }

  /** The money has been handed over, transferred, or put back into the balance. */
  @Post('refunds/:id/pay')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.take' })
  @ApiOkResponse({ type: RefundRow })
  async payRefund(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') refundId: string,
    @Body() { version }: SeenMoney,
  ): Promise<RefundRow> {
    await this.#database.write(act, (tx) => payRefund(tx, act, { communityId, refundId, version }))
    return readRefund(this.#database, act, communityId, refundId)
  }

  /** Sent to WeChat, or how it stands there, now. */
  @Post('refunds/:id/ask')
  @HttpCode(200)
  @CalledBy({ permission: 'payments.take' }, { permission: 'payments.approve' })
  @ApiOkResponse({ type: RefundRow })
  async askAboutRefund(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') refundId: string,
  ): Promise<RefundRow> {
    const { state } = await readRefund(this.#database, act, communityId, refundId)
    if (state === 'approved' || state === 'sent' || state === 'abnormal')
      await this.#refunds.follow({ communityId, refundId }, act.traceId)
    return readRefund(this.#database, act, communityId, refundId)
  }

  @Get('overpayments')
  @ApiOkResponse({ type: OverpaymentPage })
  listOverpayments(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: OverpaymentQuery,
  ): Promise<OverpaymentPage> {
    return listOverpayments(this.#database, act, communityId, query)
  }

  @Post('overpayments/:id/credit')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.reconcile' })
  @ApiOkResponse({ type: OverpaymentRow })
  async creditOverpayment(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') overpaymentId: string,
    @Body() { version }: SeenMoney,
  ): Promise<OverpaymentRow> {
    await this.#database.write(act, (tx) => creditOverpayment(tx, act, { communityId, overpaymentId, version }))
    return readOverpayment(this.#database, act, communityId, overpaymentId)
  }
}
