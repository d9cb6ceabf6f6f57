import { Module } from '@nestjs/common'
import { BillsController } from './http/bills.controller.ts'
import { OwnBillsController } from './http/own-bills.controller.ts'

@Module({ controllers: [BillsController, OwnBillsController] })
export class BillingModule {}
