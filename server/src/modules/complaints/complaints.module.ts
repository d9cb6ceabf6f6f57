import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.ts'
import { OpenWork, PeopleModule } from '../people/index.ts'
import { complaintWork } from './actions/hand-over-complaints.ts'
import { AuthorSeal } from './author-seal.ts'
import { ComplaintActionsController } from './http/complaint-actions.controller.ts'
import { ComplaintsController } from './http/complaints.controller.ts'
import { FollowComplaints } from './jobs/follow-complaints.ts'

@Module({
  imports: [AccessModule, PeopleModule],
  controllers: [ComplaintsController, ComplaintActionsController],
  providers: [AuthorSeal, FollowComplaints],
  exports: [AuthorSeal],
})
export class ComplaintsModule {
  constructor(openWork: OpenWork) {
    openWork.add(complaintWork)
  }
}
