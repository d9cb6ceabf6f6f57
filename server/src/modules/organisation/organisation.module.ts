import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { WechatModule } from '../../wechat/index.ts'
import { INVITATION_ACCEPTED } from './actions/accept-invitation.ts'
import { APPLICATION_DECIDED } from './actions/decide-application.ts'
import { MOVED_OUT } from './actions/manage-household-member.ts'
import { CodesController } from './http/codes.controller.ts'
import { CommunitiesController } from './http/communities.controller.ts'
import { HouseholdMembersController } from './http/household-members.controller.ts'
import { InvitationsController } from './http/invitations.controller.ts'
import { ResidenceApplicationsController } from './http/residence-applications.controller.ts'
import { tellApplicant } from './jobs/tell-applicant.ts'
import { tellInviter, tellOwners } from './jobs/tell-household.ts'

@Module({
  imports: [WechatModule],
  controllers: [
    CommunitiesController,
    ResidenceApplicationsController,
    CodesController,
    InvitationsController,
    HouseholdMembersController,
  ],
})
export class OrganisationModule {
  constructor(relay: OutboxRelay) {
    relay.on(APPLICATION_DECIDED, tellApplicant)
    relay.on(INVITATION_ACCEPTED, tellInviter)
    relay.on(MOVED_OUT, tellOwners)
  }
}
