import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { OpenWork, PeopleModule } from '../people/index.ts'
import { improvementWork } from './actions/hand-over-improvements.ts'
import { IMPROVEMENT_GIVEN } from './actions/load-improvement.ts'
import { IMPROVEMENT_TOLD } from './actions/tell-of-improvement.ts'
import { CausesController } from './http/causes.controller.ts'
import { ImprovementsController } from './http/improvements.controller.ts'
import { TellingsController } from './http/tellings.controller.ts'
import { Propose, REPEATED } from './jobs/propose.ts'
import { tellOfProposal, tellOwner, tellReporters } from './jobs/tell-of-improvement.ts'

@Module({
  imports: [AccessModule, PeopleModule],
  controllers: [CausesController, ImprovementsController, TellingsController],
  providers: [Propose],
})
export class ImprovementModule {
  constructor(relay: OutboxRelay, openWork: OpenWork) {
    openWork.add(improvementWork)
    relay.on(REPEATED, tellOfProposal)
    relay.on(IMPROVEMENT_GIVEN, tellOwner)
    relay.on(IMPROVEMENT_TOLD, tellReporters)
  }
}
