import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Database } from '../../../platform/database/index.ts'
import { FILE_STORE, receiveUpload, type FileStore } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { beginApply, beginUndo } from '../actions/begin-apply.ts'
import { takeWorkbook } from '../actions/take-workbook.ts'
import { findBatch, listBatches } from '../queries/list-batches.ts'
import { listFaults, listLeftovers } from '../queries/list-faults.ts'
import { markedWorkbook } from '../queries/marked-workbook.ts'
import { template } from '../sheet/template.ts'
import { batchView } from '../store/batches.ts'
import { attachment, XLSX } from './attachment.ts'
import { ApplyImport, ImportBatch, ImportBatchPage, ImportFaultPage, ImportLeftoverPage, UndoImport } from './imports.dto.ts'

const xlsx = { schema: { type: 'string', format: 'binary' } } as const
const mayImport = { permission: 'archive.import' } as const

@ApiTags('imports')
@Controller('communities/:communityId')
export class ImportsController {
  readonly #database: Database
  readonly #store: FileStore

  constructor(database: Database, @Inject(FILE_STORE) store: FileStore) {
    this.#database = database
    this.#store = store
  }

  @Get('import-template')
  @CalledBy(mayImport)
  @ApiProduces(XLSX)
  @ApiOkResponse(xlsx)
  async readImportTemplate(@Id('communityId') _communityId: string, @Res() reply: FastifyReply): Promise<void> {
    const content = await template().xlsx.writeBuffer()
    await reply.headers(attachment('import-template.xlsx')).send(Buffer.from(content))
  }

  @Post('imports')
  @CalledBy(mayImport)
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: ImportBatch })
  async uploadWorkbook(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportBatch> {
    const upload = await receiveUpload(request)
    try {
      return await takeWorkbook({ database: this.#database, store: this.#store }, act, communityId, upload)
    } finally {
      await upload.discard()
    }
  }

  @Get('imports')
  @CalledBy(mayImport)
  @ApiOkResponse({ type: ImportBatchPage })
  listImports(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PageQuery,
  ): Promise<ImportBatchPage> {
    return listBatches(this.#database, act, communityId, query)
  }

  @Get('imports/:id')
  @CalledBy(mayImport)
  @ApiOkResponse({ type: ImportBatch })
  async readImport(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ImportBatch> {
    return batchView(await findBatch(this.#database, act, communityId, id), act.now)
  }

  @Get('imports/:id/faults')
  @CalledBy(mayImport)
  @ApiOkResponse({ type: ImportFaultPage })
  async listImportFaults(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() query: PageQuery,
  ): Promise<ImportFaultPage> {
    await findBatch(this.#database, act, communityId, id)
    return listFaults(this.#database, act, { communityId, id }, query)
  }

  @Get('imports/:id/leftovers')
  @CalledBy(mayImport)
  @ApiOkResponse({ type: ImportLeftoverPage })
  async listImportLeftovers(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() query: PageQuery,
  ): Promise<ImportLeftoverPage> {
    await findBatch(this.#database, act, communityId, id)
    return listLeftovers(this.#database, act, { communityId, id }, query)
  }

  @Get('imports/:id/report')
  @CalledBy(mayImport)
  @ApiProduces(XLSX)
  @ApiOkResponse(xlsx)
  async readImportReport(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await markedWorkbook({ database: this.#database, store: this.#store }, act, communityId, id)
    await reply.headers(attachment('import-report.xlsx')).send(content)
  }

  @Post('imports/:id/apply')
  @CalledBy(mayImport)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImportBatch })
  applyImport(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { mode, version }: ApplyImport,
  ): Promise<ImportBatch> {
    return this.#database.write(act, (tx) => beginApply(tx, act, { communityId, id, version, mode }))
  }

  @Post('imports/:id/undo')
  @CalledBy(mayImport)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImportBatch })
  undoImport(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version }: UndoImport,
  ): Promise<ImportBatch> {
    return this.#database.write(act, (tx) => beginUndo(tx, act, { communityId, id, version }))
  }
}
