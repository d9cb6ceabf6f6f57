import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.ts'
import { FundImportsController } from './http/fund-imports.controller.ts'
import { SpendingController } from './http/spending.controller.ts'
import { SuppliersController } from './http/suppliers.controller.ts'

@Module({ imports: [AccessModule], controllers: [FundImportsController, SpendingController, SuppliersController] })
export class SpendingModule {}
