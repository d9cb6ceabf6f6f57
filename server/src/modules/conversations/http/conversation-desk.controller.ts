import { Body, Controller, Get, HttpCode, Post, Query, Sse, type MessageEvent } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import { concatMap, filter, interval, map, merge, takeWhile, type Observable } from 'rxjs'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { LiveFeed } from '../../../platform/live/index.ts'
import { CallerWatch, CurrentCaller, type CallerAct } from '../../access/index.ts'
import { ComplaintReceipt } from '../../complaints/index.ts'
import { RepairReceipt } from '../../repairs/index.ts'
import { handOver, takeConversation } from '../actions/look-after.ts'
import { reply } from '../actions/reply.ts'
import { turnIntoComplaint, turnIntoRepair } from '../actions/turn-into.ts'
import { listColleagues } from '../queries/list-colleagues.ts'
import { conversationNumbers, listConversations } from '../queries/list-conversations.ts'
import {
  ComplaintFromConversation,
  ConversationColleague,
  ConversationNumbers,
  ConversationPage,
  ConversationQuery,
  ConversationReceipt,
  HandOverConversation,
  RepairFromConversation,
  ReplyConversation,
} from './conversations.dto.ts'

/** A line that is silent for longer is closed by proxies on the way. */
const BEAT_EVERY_MS = 15_000

/** What the front desk does. */
@ApiTags('conversations')
@Controller('communities/:communityId')
@CalledBy({ permission: 'conversations.answer' })
export class ConversationDeskController {
  readonly #database: Database
  readonly #live: LiveFeed
  readonly #watch: CallerWatch

  constructor(database: Database, live: LiveFeed, watch: CallerWatch) {
    this.#database = database
    this.#live = live
    this.#watch = watch
  }

  @Get('conversations')
  @ApiOkResponse({ type: ConversationPage })
  listConversations(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() wish: ConversationQuery,
  ): Promise<ConversationPage> {
    return listConversations(this.#database, act, communityId, wish)
  }

  @Get('conversation-numbers')
  @ApiOkResponse({ type: ConversationNumbers })
  readConversationNumbers(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ConversationNumbers> {
    return conversationNumbers(this.#database, act, communityId)
  }

  @Get('conversation-colleagues')
  @ApiOkResponse({ type: [ConversationColleague] })
  listConversationColleagues(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
  ): Promise<ConversationColleague[]> {
    return listColleagues(this.#database, act, communityId)
  }

  @Post('conversations/:id/reply')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: ConversationReceipt })
  replyConversation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReplyConversation,
  ): Promise<ConversationReceipt> {
    return this.#database.write(act, (tx) => reply(tx, act, { communityId, id }, body))
  }

  @Post('conversations/:id/take')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: ConversationReceipt })
  takeConversation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ConversationReceipt> {
    return this.#database.write(act, (tx) => takeConversation(tx, act, { communityId, id }))
  }

  @Post('conversations/:id/hand-over')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: ConversationReceipt })
  handOverConversation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: HandOverConversation,
  ): Promise<ConversationReceipt> {
    return this.#database.write(act, (tx) => handOver(tx, act, { communityId, id }, body))
  }

  @Post('conversations/:id/repair')
  @Idempotent()
  @ApiCreatedResponse({ type: RepairReceipt })
  turnConversationIntoRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RepairFromConversation,
  ): Promise<RepairReceipt> {
    return this.#database.write(act, (tx) => turnIntoRepair(tx, act, { communityId, id }, body))
  }

  @Post('conversations/:id/complaint')
  @Idempotent()
  @ApiCreatedResponse({ type: ComplaintReceipt })
  turnConversationIntoComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ComplaintFromConversation,
  ): Promise<ComplaintReceipt> {
    return this.#database.write(act, (tx) => turnIntoComplaint(tx, act, { communityId, id }, body))
  }

  /** Before each piece of news and each beat it is asked again whether the listener still may hear it. */
  @Sse('conversation-live')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: String, description: 'What happens in conversations: {conversationId, number, state, kind, text, at}' })
  watchConversations(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Observable<MessageEvent> {
    const news = this.#live.of(communityId).pipe(
      filter(({ news: data }) => 'conversationId' in data),
      map(({ news: data, buildingId }) => ({ event: { data } as MessageEvent, buildingId })),
    )
    const beats = interval(BEAT_EVERY_MS).pipe(
      map(() => ({ event: { type: 'beat', data: '' } as MessageEvent, buildingId: undefined })),
    )
    return merge(news, beats).pipe(
      concatMap(async ({ event, buildingId }) => ({
        event,
        may: await this.#watch.stillHolds(act, communityId, 'conversations.answer', buildingId),
      })),
      takeWhile(({ may }) => may !== 'no'),
      filter(({ may }) => may === 'yes'),
      map(({ event }) => event),
    )
  }
}
