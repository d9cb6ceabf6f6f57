import { Module } from '@nestjs/common'
import { ExportsController } from './http/exports.controller.ts'

@Module({ controllers: [ExportsController] })
export class ExportsModule {}
