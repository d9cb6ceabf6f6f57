import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { readNotice } from '../actions/read-and-remind.ts'
import { listBoard, readBoard } from '../queries/board.ts'
import { boardOutages } from '../queries/outages.ts'
import { BoardNotice, BoardNoticePage, BoardQuery, OutageBoardQuery } from './board.dto.ts'
import { BoardOutage } from './outages.dto.ts'

/** What hangs on the boards of where the caller lives or works. */
@ApiTags('notices')
@Controller('me')
@CalledBy('signed-in')
export class BoardController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('notices')
  @ApiOkResponse({ type: BoardNoticePage })
  listMyNotices(@CurrentCaller() act: CallerAct, @Query() query: BoardQuery): Promise<BoardNoticePage> {
    return listBoard(this.#database, act, query)
  }

  @Get('notices/:id')
  @ApiOkResponse({ type: BoardNotice })
  readMyNotice(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<BoardNotice> {
    return readBoard(this.#database, this.#links, act, id)
  }

  @Post('notices/:id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  async markMyNoticeRead(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<void> {
    await this.#database.write(act, (tx) => readNotice(tx, act, id))
  }

  @Get('outages')
  @ApiOkResponse({ type: [BoardOutage] })
  listMyOutages(@CurrentCaller() act: CallerAct, @Query() { communityId }: OutageBoardQuery): Promise<BoardOutage[]> {
    return boardOutages(this.#database, act, { communityId })
  }

  @Get('outages/:id')
  @ApiOkResponse({ type: BoardOutage })
  async readMyOutage(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<BoardOutage> {
    const [outage] = await boardOutages(this.#database, act, { id })
    if (!outage) throw new ProblemError('NOT_FOUND')
    return outage
  }
}
