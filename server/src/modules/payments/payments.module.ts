import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { WechatModule } from '../../wechat/index.ts'
import { AccessModule } from '../access/index.ts'
import { REFUND_DONE } from './actions/do-refund.ts'
import { PAYMENT_SETTLED } from './actions/settle-payment.ts'
import { MerchantsController } from './http/merchants.controller.ts'
import { OwnPaymentsController } from './http/own-payments.controller.ts'
import { PayNoticesController } from './http/pay-notices.controller.ts'
import { PaymentsController } from './http/payments.controller.ts'
import { RefundsController } from './http/refunds.controller.ts'
import { FollowPayments } from './jobs/follow-payments.ts'
import { hurryOthers } from './jobs/hurry-others.ts'
import { tellOfPayment, tellOfRefund } from './jobs/tell-of-payment.ts'
import { MerchantTest } from './merchants/merchant-test.ts'
import { Merchants } from './merchants/merchants.ts'
import { PayBills } from './orders/pay-bills.ts'
import { Trades } from './orders/take-trade.ts'
import { WechatOrders } from './orders/wechat-orders.ts'
import { WechatRefunds } from './refunds/wechat-refunds.ts'

@Module({
  imports: [AccessModule, WechatModule],
  controllers: [PaymentsController, RefundsController, MerchantsController, OwnPaymentsController, PayNoticesController],
  providers: [Merchants, MerchantTest, Trades, WechatOrders, PayBills, WechatRefunds, FollowPayments],
  exports: [Merchants, Trades, WechatOrders, WechatRefunds],
})
export class PaymentsModule {
  constructor(relay: OutboxRelay) {
    relay.on(PAYMENT_SETTLED, hurryOthers)
    relay.on(PAYMENT_SETTLED, tellOfPayment)
    relay.on(REFUND_DONE, tellOfRefund)
  }
}
