import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { approveNotice, refuseNotice } from '../actions/decide-notice.ts'
import { correctNotice, publishNotice, scheduleNotice, withdrawNotice } from '../actions/publish-notice.ts'
import { discardNotice, editNotice, submitNotice, writeNotice } from '../actions/write-notice.ts'
import { listNotices, noticeNumbers } from '../queries/list-notices.ts'
import { readNotice } from '../queries/read-notice.ts'
import {
  EditedNotice,
  NoticeCorrection,
  NoticeDraft,
  NoticeNumbers,
  NoticePage,
  NoticeQuery,
  NoticeReason,
  NoticeSchedule,
  NoticeView,
  SeenNotice,
} from './notices.dto.ts'

@ApiTags('notices')
@Controller('communities/:communityId')
export class NoticesController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('notices')
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: NoticePage })
  listNotices(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: NoticeQuery,
  ): Promise<NoticePage> {
    return listNotices(this.#database, act, communityId, query)
  }

  @Get('notice-numbers')
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: NoticeNumbers })
  noticeNumbers(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<NoticeNumbers> {
    return noticeNumbers(this.#database, act, communityId)
  }

  @Post('notices')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: NoticeView })
  async writeNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NoticeDraft,
  ): Promise<NoticeView> {
    const id = await this.#database.write(act, (tx) => writeNotice(tx, act, communityId, body))
    return readNotice(this.#database, this.#links, act, communityId, id)
  }

  @Get('notices/:id')
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: NoticeView })
  readNotice(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<NoticeView> {
    return readNotice(this.#database, this.#links, act, communityId, id)
  }

  @Put('notices/:id')
  @CalledBy({ permission: 'notices.edit' })
  @ApiOkResponse({ type: NoticeView })
  editNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedNotice,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => editNotice(tx, act, communityId, id, body))
  }

  /** Only a draft. */
  @Post('notices/:id/discard')
  @HttpCode(204)
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @ApiNoContentResponse()
  async discardNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenNotice,
  ): Promise<void> {
    await this.#database.write(act, (tx) => discardNotice(tx, act, communityId, id, body))
  }

  @Post('notices/:id/submit')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  submitNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenNotice,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => submitNotice(tx, act, communityId, id, body))
  }

  /** Also a correction that waits. */
  @Post('notices/:id/approve')
  @CalledBy({ permission: 'notices.approve' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  approveNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenNotice,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => approveNotice(tx, act, communityId, id, body))
  }

  @Post('notices/:id/refuse')
  @CalledBy({ permission: 'notices.approve' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  refuseNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NoticeReason,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => refuseNotice(tx, act, communityId, id, body))
  }

  @Post('notices/:id/publish')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  publishNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenNotice,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => publishNotice(tx, act, communityId, id, body))
  }

  @Post('notices/:id/schedule')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  scheduleNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NoticeSchedule,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => scheduleNotice(tx, act, communityId, id, body))
  }

  @Post('notices/:id/correct')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  correctNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NoticeCorrection,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => correctNotice(tx, act, communityId, id, body))
  }

  @Post('notices/:id/withdraw')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  withdrawNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NoticeReason,
  ): Promise<NoticeView> {
    return this.#change(act, communityId, id, (tx) => withdrawNotice(tx, act, communityId, id, body))
  }

  async #change(
    act: CallerAct,
    communityId: string,
    id: string,
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<NoticeView> {
    await this.#database.write(act, change)
    return readNotice(this.#database, this.#links, act, communityId, id)
  }
}
