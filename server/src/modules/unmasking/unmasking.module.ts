import { Module } from '@nestjs/common'
import { UnmaskingController } from './http/unmasking.controller.ts'

@Module({ controllers: [UnmaskingController] })
export class UnmaskingModule {}
