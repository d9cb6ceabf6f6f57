import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { InboxMessage as InboxMessageView, Page } from '@yinuo/contracts'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { markAllRead, markRead } from '../actions/mark-read.ts'
import { listInbox } from '../queries/list-inbox.ts'
import { InboxMessagePage, InboxQuery } from './messages.dto.ts'

@ApiTags('messages')
@Controller('me/messages')
@CalledBy('signed-in')
export class MyMessagesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @ApiOkResponse({ type: InboxMessagePage })
  listMyMessages(@CurrentCaller() act: CallerAct, @Query() query: InboxQuery): Promise<Page<InboxMessageView>> {
    return listInbox(this.#database, act, query)
  }

  @Post('read-all')
  @HttpCode(204)
  @ApiNoContentResponse()
  async readAllMyMessages(@CurrentCaller() act: CallerAct): Promise<void> {
    await this.#database.write(act, (tx) => markAllRead(tx, act))
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  async readMyMessage(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<void> {
    await this.#database.write(act, (tx) => markRead(tx, act, id))
  }
}
