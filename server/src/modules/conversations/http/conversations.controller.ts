import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { ask } from '../actions/ask.ts'
import { closeConversation, rateConversation } from '../actions/end.ts'
import { markSeen } from '../actions/mark-seen.ts'
import { myConversations } from '../queries/list-conversations.ts'
import { readConversation } from '../queries/read-conversation.ts'
import { replyOptions } from '../queries/reply-options.ts'
import {
  AskConversation,
  ConversationPage,
  ConversationReceipt,
  ConversationView,
  RateConversation,
  ReplyPromise,
  SeenConversation,
  TalkQuery,
} from './conversations.dto.ts'

/** What residents do, and what both sides do. */
@ApiTags('conversations')
@Controller()
export class ConversationsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('me/conversations')
  @CalledBy('resident')
  @ApiOkResponse({ type: ConversationPage })
  listMyConversations(@CurrentCaller() act: CallerAct, @Query() page: PageQuery): Promise<ConversationPage> {
    return myConversations(this.#database, act, page)
  }

  @Get('communities/:communityId/conversation-options')
  @CalledBy('resident')
  @ApiOkResponse({ type: ReplyPromise })
  readConversationOptions(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ReplyPromise> {
    return replyOptions(this.#database, act, communityId)
  }

  @Post('communities/:communityId/conversations')
  @CalledBy('resident')
  @Idempotent()
  @ApiCreatedResponse({ type: ConversationReceipt })
  askConversation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: AskConversation,
  ): Promise<ConversationReceipt> {
    return this.#database.write(act, (tx) => ask(tx, act, communityId, body))
  }

  @Get('communities/:communityId/conversations/:id')
  @CalledBy('resident', { permission: 'conversations.answer' })
  @ApiOkResponse({ type: ConversationView })
  readConversation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() { after }: TalkQuery,
  ): Promise<ConversationView> {
    return readConversation(this.#database, this.#links, act, communityId, id, after ?? null)
  }

  @Put('communities/:communityId/conversations/:id/seen')
  @CalledBy('resident', { permission: 'conversations.answer' })
  @HttpCode(204)
  @ApiNoContentResponse()
  async markConversationSeen(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { entryId }: SeenConversation,
  ): Promise<void> {
    await this.#database.write(act, (tx) => markSeen(tx, act, { communityId, id }, entryId))
  }

  @Post('communities/:communityId/conversations/:id/close')
  @CalledBy('resident', { permission: 'conversations.answer' })
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: ConversationReceipt })
  closeConversation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ConversationReceipt> {
    return this.#database.write(act, (tx) => closeConversation(tx, act, { communityId, id }))
  }

  @Post('communities/:communityId/conversations/:id/rate')
  @CalledBy('resident')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: ConversationReceipt })
  rateConversation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RateConversation,
  ): Promise<ConversationReceipt> {
    return this.#database.write(act, (tx) => rateConversation(tx, act, { communityId, id }, body))
  }
}
