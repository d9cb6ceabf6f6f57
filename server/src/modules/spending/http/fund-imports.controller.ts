import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common'
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
  type ApiBodyOptions,
} from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Database } from '../../../platform/database/index.ts'
import { receiveUpload } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { attachment, templateOf, XLSX } from '../../imports/index.ts'
import { checkFundSheet, importFunds, readFundSheet, type FundSheet } from '../actions/import-funds.ts'
import { undoImport } from '../actions/undo-import.ts'
import { listFundImports, readFundImport } from '../queries/imports.ts'
import { fundColumns, fundSheetRules } from '../sheet/columns.ts'
import { FundImportCheck, FundImportDone, FundImportPage, FundImportRow, UndoneFundImport } from './fund-imports.dto.ts'

const workbook: ApiBodyOptions = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
}

/** Spending and income out of a workbook, instead of one by one. */
@ApiTags('spending')
@Controller('communities/:communityId')
export class FundImportsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('fund-import-template')
  @CalledBy({ permission: 'ledger.edit' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async readFundImportTemplate(@Id('communityId') _communityId: string, @Res() reply: FastifyReply): Promise<void> {
    const content = await templateOf('收支登记', fundColumns, fundSheetRules).xlsx.writeBuffer()
    await reply.headers(attachment('fund-import-template.xlsx')).send(Buffer.from(content))
  }

  @Post('fund-imports/check')
  @CalledBy({ permission: 'ledger.edit' })
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(workbook)
  @ApiOkResponse({ type: FundImportCheck })
  async checkFundImport(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Req() request: FastifyRequest,
  ): Promise<FundImportCheck> {
    return checkFundSheet(this.#database, act, communityId, await sheetOf(request))
  }

  @Post('fund-imports')
  @CalledBy({ permission: 'ledger.edit' })
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(workbook)
  @ApiCreatedResponse({ type: FundImportDone })
  async importFundRecords(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Req() request: FastifyRequest,
  ): Promise<FundImportDone> {
    const sheet = await sheetOf(request)
    return this.#database.write(act, (tx) => importFunds(tx, act, communityId, sheet))
  }

  @Get('fund-imports')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: FundImportPage })
  listFundImports(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PageQuery,
  ): Promise<FundImportPage> {
    return listFundImports(this.#database, act, communityId, query)
  }

  @Post('fund-imports/:id/undo')
  @CalledBy({ permission: 'ledger.close' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: FundImportRow })
  async undoFundImport(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: UndoneFundImport,
  ): Promise<FundImportRow> {
    await this.#database.write(act, (tx) => undoImport(tx, act, communityId, id, body))
    return readFundImport(this.#database, act, communityId, id)
  }
}

async function sheetOf(request: FastifyRequest): Promise<FundSheet> {
  const upload = await receiveUpload(request)
  try {
    return await readFundSheet(upload)
  } finally {
    await upload.discard()
  }
}
