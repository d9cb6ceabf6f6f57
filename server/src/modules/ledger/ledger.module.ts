import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.ts'
import { LedgerController } from './http/ledger.controller.ts'

@Module({ imports: [AccessModule], controllers: [LedgerController] })
export class LedgerModule {}
