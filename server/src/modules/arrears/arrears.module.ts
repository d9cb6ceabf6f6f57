import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { PAYMENT_SETTLED } from '../payments/index.ts'
import { chargeLateFees } from './actions/charge-late-fee.ts'
import { REMINDED } from './actions/remind.ts'
import { ArrangementsController } from './http/arrangements.controller.ts'
import { ArrearsController } from './http/arrears.controller.ts'
import { LateFeesController } from './http/late-fees.controller.ts'
import { RemindDue } from './jobs/remind-due.ts'
import { tellHousehold } from './jobs/tell-household.ts'

@Module({
  imports: [AccessModule],
  controllers: [ArrearsController, LateFeesController, ArrangementsController],
  providers: [RemindDue],
})
export class ArrearsModule {
  constructor(relay: OutboxRelay) {
    relay.on(REMINDED, tellHousehold)
    relay.on(PAYMENT_SETTLED, (tx, act, { communityId, payload }) =>
      chargeLateFees(tx, act, communityId, (payload as { billIds: string[] }).billIds),
    )
  }
}
