import { Module } from '@nestjs/common'
import { StandardsController } from './http/standards.controller.ts'

@Module({ controllers: [StandardsController] })
export class StandardsModule {}
