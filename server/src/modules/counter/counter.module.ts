import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.ts'
import { PaymentsModule } from '../payments/index.ts'
import { CounterController } from './http/counter.controller.ts'
import { DayEndsController } from './http/day-ends.controller.ts'
import { OwnReceiptsController } from './http/own-receipts.controller.ts'
import { ReceiptsController } from './http/receipts.controller.ts'
import { ReceiptLinks } from './receipt-links.ts'

@Module({
  imports: [AccessModule, PaymentsModule],
  controllers: [CounterController, ReceiptsController, DayEndsController, OwnReceiptsController],
  providers: [ReceiptLinks],
})
export class CounterModule {}
