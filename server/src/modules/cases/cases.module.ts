import { Module } from '@nestjs/common'
import { ClockScan } from './jobs/clock-scan.ts'

@Module({ providers: [ClockScan], exports: [ClockScan] })
export class CasesModule {}
