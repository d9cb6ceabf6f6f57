import { Module } from '@nestjs/common'
import { CommunityProfileController } from './http/communities.controller.ts'
import { RegionsController } from './http/regions.controller.ts'

@Module({ controllers: [CommunityProfileController, RegionsController] })
export class CommunitiesModule {}
