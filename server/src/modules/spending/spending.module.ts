import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.ts'
import { SpendingController } from './http/spending.controller.ts'
import { SuppliersController } from './http/suppliers.controller.ts'

@Module({ imports: [AccessModule], controllers: [SpendingController, SuppliersController] })
export class SpendingModule {}
