import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addQuickReply, changeQuickReply, removeQuickReply } from '../actions/quick-replies.ts'
import { listQuickReplies } from '../queries/list-quick-replies.ts'
import { AddQuickReply, ChangeQuickReply, QuickReply, QuickReplyQuery, RemoveQuickReply } from './conversations.dto.ts'

/** What the front desk of a community says again and again. */
@ApiTags('conversations')
@Controller('communities/:communityId/quick-replies')
@CalledBy({ permission: 'conversations.answer' })
export class QuickRepliesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @ApiOkResponse({ type: [QuickReply] })
  listQuickReplies(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() { query }: QuickReplyQuery,
  ): Promise<QuickReply[]> {
    return listQuickReplies(this.#database, act, communityId, query)
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: QuickReply })
  addQuickReply(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: AddQuickReply,
  ): Promise<QuickReply> {
    return this.#database.write(act, (tx) => addQuickReply(tx, act, communityId, body))
  }

  @Put(':id')
  @ApiOkResponse({ type: QuickReply })
  changeQuickReply(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ChangeQuickReply,
  ): Promise<QuickReply> {
    return this.#database.write(act, (tx) => changeQuickReply(tx, act, communityId, id, body))
  }

  @Post(':id/remove')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeQuickReply(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version }: RemoveQuickReply,
  ): Promise<void> {
    await this.#database.write(act, (tx) => removeQuickReply(tx, act, communityId, id, version))
  }
}
