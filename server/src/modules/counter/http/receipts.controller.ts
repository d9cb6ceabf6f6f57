import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { printReceipt, voidReceipt } from '../actions/receipt-acts.ts'
import { listReceipts, readReceipt } from '../queries/receipts.ts'
import { drawReceipt } from '../sheets/draw-receipt.ts'
import { ReceiptPage, ReceiptQuery, ReceiptSheetQuery, ReceiptView, VoidReceipt } from './counter.dto.ts'
import { PDF, sendPdf } from './send-pdf.ts'

/** The receipts of a community: every number there is. */
@ApiTags('counter')
@Controller('communities/:communityId/receipts')
@CalledBy({ permission: 'payments.read' })
export class ReceiptsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @ApiOkResponse({ type: ReceiptPage })
  listReceipts(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: ReceiptQuery,
  ): Promise<ReceiptPage> {
    return listReceipts(this.#database, act, communityId, query)
  }

  @Get(':id')
  @ApiOkResponse({ type: ReceiptView })
  readReceipt(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ReceiptView> {
    return readReceipt(this.#database, act, communityId, id)
  }

  /** As it was printed last, with its mark; a printing is counted before. */
  @Get(':id/sheet')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async drawReceiptSheet(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() { paper }: ReceiptSheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const receipt = await readReceipt(this.#database, act, communityId, id)
    await sendPdf(reply, `receipt-${receipt.number}.pdf`, await drawReceipt(receipt, paper))
  }

  @Post(':id/prints')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.take' })
  @ApiOkResponse({ type: ReceiptView })
  async printReceipt(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') receiptId: string,
  ): Promise<ReceiptView> {
    await this.#database.write(act, (tx) => printReceipt(tx, act, { communityId, receiptId }))
    return readReceipt(this.#database, act, communityId, receiptId)
  }

  /** Answers with the receipt that holds now. */
  @Post(':id/void')
  @Idempotent()
  @HttpCode(200)
  @CalledBy({ permission: 'payments.approve' })
  @ApiOkResponse({ type: ReceiptView })
  async voidReceipt(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') receiptId: string,
    @Body() body: VoidReceipt,
  ): Promise<ReceiptView> {
    const id = await this.#database.write(act, (tx) => voidReceipt(tx, act, { communityId, receiptId, ...body }))
    return readReceipt(this.#database, act, communityId, id)
  }
}
