import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.ts'
import { CasesModule } from '../cases/index.ts'
import { OpenWork, PeopleModule } from '../people/index.ts'
import { conversationWork } from './actions/conversation-work.ts'
import { ConversationDeskController } from './http/conversation-desk.controller.ts'
import { ConversationsController } from './http/conversations.controller.ts'
import { QuickRepliesController } from './http/quick-replies.controller.ts'
import { CheckEntry } from './jobs/check-entry.ts'
import { FollowConversations } from './jobs/follow-conversations.ts'

@Module({
  imports: [AccessModule, PeopleModule, CasesModule],
  controllers: [ConversationsController, ConversationDeskController, QuickRepliesController],
  providers: [CheckEntry, FollowConversations],
})
export class ConversationsModule {
  constructor(openWork: OpenWork) {
    openWork.add(conversationWork)
  }
}
