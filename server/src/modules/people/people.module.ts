import { Module } from '@nestjs/common'
import { HandOverController } from './http/hand-over.controller.ts'
import { PeopleController } from './http/people.controller.ts'
import { PostsController } from './http/posts.controller.ts'
import { OpenWork } from './open-work.ts'

@Module({ controllers: [PeopleController, PostsController, HandOverController], providers: [OpenWork], exports: [OpenWork] })
export class PeopleModule {}
