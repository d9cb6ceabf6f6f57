import { Module } from '@nestjs/common'
import { PeopleController } from './http/people.controller.ts'

@Module({ controllers: [PeopleController] })
export class PeopleModule {}
