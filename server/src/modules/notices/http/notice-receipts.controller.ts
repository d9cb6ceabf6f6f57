import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { takeAudience } from '../actions/check-audience.ts'
import { remindUnread } from '../actions/read-and-remind.ts'
import { drawCode } from '../queries/draw-code.ts'
import { countReach } from '../queries/reach.ts'
import { readNotice } from '../queries/read-notice.ts'
import { listReceipts, receiptNumbers } from '../queries/receipts.ts'
import { NoticeCode, NoticeReach, NoticeReachWish, NoticeView, SeenNotice } from './notices.dto.ts'
import { NoticeReceiptPage, ReceiptNumbers, ReceiptNumbersQuery, ReceiptQuery } from './receipts.dto.ts'

/** Who is reached by a notice, and who has read it. */
@ApiTags('notices')
@Controller('communities/:communityId')
export class NoticeReceiptsController {
  readonly #database: Database
  readonly #links: FileLinks
  readonly #wechat: Wechat
  readonly #offersMail: boolean

  constructor(database: Database, links: FileLinks, wechat: Wechat, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#links = links
    this.#wechat = wechat
    this.#offersMail = Boolean(config.SMTP_URL)
  }

  @Post('notice-reach')
  @CalledBy({ permission: 'notices.read' })
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeReach })
  async countNoticeReach(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { audience, urgent }: NoticeReachWish,
  ): Promise<NoticeReach> {
    const kept = await this.#database.write(act, (tx) => takeAudience(tx, communityId, audience))
    return countReach(this.#database, act, communityId, { audience: kept, urgent, offersMail: this.#offersMail })
  }

  @Get('notices/:id/receipts')
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: NoticeReceiptPage })
  listNoticeReceipts(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() query: ReceiptQuery,
  ): Promise<NoticeReceiptPage> {
    return listReceipts(this.#database, act, communityId, id, query)
  }

  @Get('notices/:id/receipt-numbers')
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: ReceiptNumbers })
  noticeReceiptNumbers(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() { buildingId }: ReceiptNumbersQuery,
  ): Promise<ReceiptNumbers> {
    return receiptNumbers(this.#database, act, communityId, id, buildingId)
  }

  @Post('notices/:id/remind')
  @CalledBy({ permission: 'notices.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeView })
  async remindUnreadOfNotice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenNotice,
  ): Promise<NoticeView> {
    await this.#database.write(act, (tx) => remindUnread(tx, act, communityId, id, body))
    return readNotice(this.#database, this.#links, act, communityId, id)
  }

  /** For the paper on the notice board: scanned with WeChat it leads to the notice. */
  @Get('notices/:id/code')
  @CalledBy({ permission: 'notices.read' })
  @ApiOkResponse({ type: NoticeCode })
  drawNoticeCode(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<NoticeCode> {
    return drawCode(this.#database, this.#wechat, act, communityId, id)
  }
}
