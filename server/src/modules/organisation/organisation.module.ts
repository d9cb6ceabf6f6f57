import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { WechatModule } from '../../wechat/index.ts'
import { APPLICATION_DECIDED } from './actions/decide-application.ts'
import { CodesController } from './http/codes.controller.ts'
import { CommunitiesController } from './http/communities.controller.ts'
import { ResidenceApplicationsController } from './http/residence-applications.controller.ts'
import { tellApplicant } from './jobs/tell-applicant.ts'

@Module({
  imports: [WechatModule],
  controllers: [CommunitiesController, ResidenceApplicationsController, CodesController],
})
export class OrganisationModule {
  constructor(relay: OutboxRelay) {
    relay.on(APPLICATION_DECIDED, tellApplicant)
  }
}
