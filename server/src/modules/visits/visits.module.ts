import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { OpenWork, PeopleModule } from '../people/index.ts'
import { VISITS_ASSIGNED } from './actions/assign-visits.ts'
import { visitWork } from './actions/hand-over-visits.ts'
import { HomeVisitsController } from './http/home-visits.controller.ts'
import { VisitRoundsController } from './http/visit-rounds.controller.ts'
import { VisitsController } from './http/visits.controller.ts'
import { PlanRounds, ROUND_OPENED } from './jobs/plan-rounds.ts'
import { tellOfAssigned, tellOfRound } from './jobs/tell-of-visits.ts'

@Module({
  imports: [AccessModule, PeopleModule],
  controllers: [VisitsController, VisitRoundsController, HomeVisitsController],
  providers: [PlanRounds],
})
export class VisitsModule {
  constructor(openWork: OpenWork, relay: OutboxRelay) {
    openWork.add(visitWork)
    relay.on(ROUND_OPENED, tellOfRound)
    relay.on(VISITS_ASSIGNED, tellOfAssigned)
  }
}
