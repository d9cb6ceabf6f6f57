import { PassThrough } from 'node:stream'
import { Body, Controller, HttpCode, Logger, Post, Res } from '@nestjs/common'
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { openExport } from '../actions/export-list.ts'
import { ExportList } from './exports.dto.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

@ApiTags('exports')
@Controller('communities/:communityId/exports')
export class ExportsController {
  readonly #log = new Logger('exports')
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Post()
  @CalledBy({ permission: 'lists.export' })
  @HttpCode(200)
  @ApiProduces(WORKBOOK)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportList(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ExportList,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, writeTo } = await openExport({ database: this.#database, links: this.#links, act, communityId }, body)
    const output = new PassThrough()
    // The connection may break at any moment; whoever waits for the file sees it is not whole.
    output.on('error', () => undefined)
    void reply
      .header('content-type', WORKBOOK)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .send(output)
    try {
      await writeTo(output)
    } catch (failure) {
      this.#log.error({ err: failure, traceId: act.traceId })
      output.destroy(failure as Error)
    }
  }
}
