import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { recordAnswered } from '../../conversations/index.ts'
import { listCalls } from '../queries/list-calls.ts'
import { HotlineAnswerReceipt, HotlineCallPage, HotlineCallQuery, NewHotlineAnswer } from './hotline.dto.ts'

@ApiTags('hotline')
@Controller('communities/:communityId')
export class HotlineController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('hotline-calls')
  @CalledBy({ permission: 'complaints.read' })
  @ApiOkResponse({ type: HotlineCallPage })
  listHotlineCalls(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: HotlineCallQuery,
  ): Promise<HotlineCallPage> {
    return listCalls(this.#database, act, communityId, query)
  }

  @Post('hotline-answers')
  @CalledBy({ permission: 'conversations.answer' })
  @Idempotent()
  @ApiCreatedResponse({ type: HotlineAnswerReceipt })
  recordHotlineAnswer(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewHotlineAnswer,
  ): Promise<HotlineAnswerReceipt> {
    return this.#database.write(act, async (tx) => {
      const { id, number } = await recordAnswered(tx, act, communityId, body)
      return { id, number }
    })
  }
}
