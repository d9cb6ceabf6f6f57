import { Controller, Get, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database, type Act } from '../../../platform/database/index.ts'
import { CalledBy, Id, ProblemError } from '../../../platform/http/index.ts'
import { CallerWatch, CurrentAct, CurrentCaller, type CallerAct } from '../../access/index.ts'
import { readOwnPayment } from '../../payments/index.ts'
import { ReceiptLinks } from '../receipt-links.ts'
import { drawReceipt } from '../sheets/draw-receipt.ts'
import { ReceiptContentQuery, ReceiptLink } from './counter.dto.ts'
import { PDF, sendPdf } from './send-pdf.ts'

/** The receipt of a payment of one's own, to be opened and saved. */
@ApiTags('counter')
@Controller()
export class OwnReceiptsController {
  readonly #database: Database
  readonly #links: ReceiptLinks
  readonly #watch: CallerWatch

  constructor(database: Database, links: ReceiptLinks, watch: CallerWatch) {
    this.#database = database
    this.#links = links
    this.#watch = watch
  }

  @Get('me/payments/:id/receipt-link')
  @CalledBy('signed-in')
  @ApiOkResponse({ type: ReceiptLink })
  async linkMyReceipt(@CurrentCaller() act: CallerAct, @Id('id') paymentId: string): Promise<ReceiptLink> {
    const { receipt, communityId } = await readOwnPayment(this.#database, act, paymentId)
    if (!receipt) throw new ProblemError('NOT_FOUND')
    return this.#links.make({ communityId, paymentId, sessionId: act.caller.sessionId }, act.now)
  }

  /** The link names a session: what its holder may no longer read, it no longer opens. */
  @Get('receipt-files/:id/content')
  @CalledBy('anyone')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async readReceiptFile(
    @CurrentAct() act: Act,
    @Id('id') paymentId: string,
    @Query() { community: communityId, session: sessionId, expires, signature }: ReceiptContentQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.#links.verify({ communityId, paymentId, sessionId, expires: Number(expires) }, signature, act.now)
    const caller = await this.#watch.callerOf(sessionId)
    if (!caller) throw new ProblemError('FILE_LINK_EXPIRED')
    const reach = { communities: [communityId], companies: [] }
    const { receipt } = await readOwnPayment(this.#database, { ...act, reach, caller }, paymentId)
    if (!receipt) throw new ProblemError('NOT_FOUND')
    await sendPdf(reply, `receipt-${receipt.number}.pdf`, await drawReceipt({ ...receipt, isCopy: true }, 'a5'))
  }
}
