import { Module } from '@nestjs/common'
import { WechatModule } from '../../wechat/index.ts'
import { AccessModule } from '../access/index.ts'
import { PaymentsModule } from '../payments/index.ts'
import { ReconciliationController } from './http/reconciliation.controller.ts'
import { ReconcileDays } from './jobs/reconcile-days.ts'
import { Reconcile } from './jobs/reconcile.ts'

@Module({
  imports: [AccessModule, WechatModule, PaymentsModule],
  controllers: [ReconciliationController],
  providers: [Reconcile, ReconcileDays],
})
export class ReconciliationModule {}
