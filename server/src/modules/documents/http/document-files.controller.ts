import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Database } from '../../../platform/database/index.ts'
import { FILE_STORE, rangeIn, receiveUpload, sendFile, type FileStore } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../../platform/http/index.ts'
import { CallerWatch, CurrentAct, CurrentCaller, holds, type CallerAct } from '../../access/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { DocumentKeeper } from '../document-keeper.ts'
import { DocumentLinks } from '../document-links.ts'
import { findDocumentFile } from '../queries/document-file.ts'
import { DocumentContentQuery, DocumentFile } from './documents.dto.ts'

@ApiTags('documents')
@Controller()
export class DocumentFilesController {
  readonly #database: Database
  readonly #store: FileStore
  readonly #keeper: DocumentKeeper
  readonly #links: DocumentLinks
  readonly #watch: CallerWatch

  constructor(
    database: Database,
    @Inject(FILE_STORE) store: FileStore,
    keeper: DocumentKeeper,
    links: DocumentLinks,
    watch: CallerWatch,
  ) {
    this.#database = database
    this.#store = store
    this.#keeper = keeper
    this.#links = links
    this.#watch = watch
  }

  @Post('communities/:communityId/document-files')
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string' } })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'name'],
      properties: { file: { type: 'string', format: 'binary' }, name: { type: 'string' } },
    },
  })
  @ApiCreatedResponse({ type: DocumentFile })
  async uploadDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') _communityId: string,
    @Req() request: FastifyRequest,
  ): Promise<DocumentFile> {
    const upload = await receiveUpload(request).catch((error: unknown) => {
      throw error instanceof ProblemError && error.code === 'FILE_TOO_LARGE' ? new ProblemError('DOCUMENT_TOO_LARGE') : error
    })
    try {
      return await this.#keeper.keep(act, act.idempotency!.key, upload)
    } finally {
      await upload.discard()
    }
  }

  /** The link names a session: what its holder may no longer read, it no longer opens. */
  @Get('document-files/:id/content')
  @CalledBy('anyone')
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async readDocumentContent(
    @CurrentAct() act: Act,
    @Id('id') documentId: string,
    @Query() link: DocumentContentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { community: communityId, session: sessionId, signature } = link
    const parts = { communityId, documentId, number: Number(link.number), sessionId, expires: Number(link.expires) }
    this.#links.verify(parts, signature, act.now)
    const caller = await this.#watch.callerOf(sessionId)
    if (!caller?.staff || !holds(caller, communityId, 'documents.read')) throw new ProblemError('NOT_FOUND')
    const reach = { communities: [communityId], companies: [caller.staff.companyId] }
    const file = await findDocumentFile(this.#database, { reach, caller }, communityId, documentId, parts.number)
    void reply.removeHeader('x-frame-options')
    await sendFile(reply, this.#store, {
      key: file.key,
      contentType: file.contentType,
      range: rangeIn(request.headers.range, file.bytes),
      bytes: file.bytes,
      disposition: dispositionOf(file, link.download === '1'),
      policy: policyOf(file),
      cache: 'private, no-store',
    })
  }
}

/**
 * Shown in a frame of the console and nowhere else, running nothing. A browser's own reader of PDF is a page around the
 * file, which no sandbox and no rule about sources lets open; what runs in a PDF runs in that reader, away from the page.
 */
function policyOf({ contentType }: { contentType: string }): string {
  const frame = "frame-ancestors 'self'"
  return contentType === 'application/pdf' ? frame : `default-src 'none'; style-src 'unsafe-inline'; sandbox; ${frame}`
}

/** Only what a browser shows without running anything is shown; all else is saved. */
function dispositionOf({ name, contentType }: { name: string; contentType: string }, download: boolean): string {
  const isShown = /^(application\/pdf|image\/(jpeg|png|webp)|text\/plain)/.test(contentType) && !download
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`
}

const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
