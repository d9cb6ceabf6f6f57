import { Module } from '@nestjs/common'
import { RepairActionsController } from './http/repair-actions.controller.ts'
import { RepairSamplesController } from './http/repair-samples.controller.ts'
import { RepairsController } from './http/repairs.controller.ts'
import { ArchiveOldRepairs } from './jobs/archive-old-repairs.ts'
import { FollowRepairs } from './jobs/follow-repairs.ts'

@Module({
  controllers: [RepairsController, RepairActionsController, RepairSamplesController],
  providers: [FollowRepairs, ArchiveOldRepairs],
})
export class RepairsModule {}
