import { Module } from '@nestjs/common'
import { RepairActionsController } from './http/repair-actions.controller.ts'
import { RepairSamplesController } from './http/repair-samples.controller.ts'
import { RepairsController } from './http/repairs.controller.ts'
import { AccessModule } from '../access/index.ts'
import { CasesModule } from '../cases/index.ts'
import { OpenWork, PeopleModule } from '../people/index.ts'
import { repairWork } from './actions/hand-over-repairs.ts'
import { ArchiveOldRepairs } from './jobs/archive-old-repairs.ts'
import { CheckReport } from './jobs/check-report.ts'
import { FollowRepairs } from './jobs/follow-repairs.ts'

@Module({
  imports: [AccessModule, PeopleModule, CasesModule],
  controllers: [RepairsController, RepairActionsController, RepairSamplesController],
  providers: [CheckReport, FollowRepairs, ArchiveOldRepairs],
})
export class RepairsModule {
  constructor(openWork: OpenWork) {
    openWork.add(repairWork)
  }
}
