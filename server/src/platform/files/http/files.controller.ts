import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Database, type Act } from '../../database/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../http/index.ts'
import { isUuid } from '../../http/values.ts'
import { FileView } from '../file.dto.ts'
import { FileKeeper } from '../file-keeper.ts'
import { FileLinks } from '../file-links.ts'
import { rangeIn } from '../rules/range.ts'
import { FILE_STORE, type FileStore } from '../store/file-store.ts'
import { receiveUpload } from '../upload/receive-upload.ts'
import { FileLinkQuery } from './file-link.dto.ts'
import { sendFile } from './send-file.ts'

const FIND = {
  name: 'find-file',
  text: `SELECT content_type, bytes::float8 AS bytes, storage_key, thumbnail_key FROM files WHERE community_id = $1 AND id = $2`,
}

interface StoredFile {
  content_type: string
  bytes: number
  storage_key: string
  thumbnail_key: string | null
}

@ApiTags('files')
@Controller('files')
export class FilesController {
  readonly #database: Database
  readonly #store: FileStore
  readonly #keeper: FileKeeper
  readonly #links: FileLinks

  constructor(database: Database, @Inject(FILE_STORE) store: FileStore, keeper: FileKeeper, links: FileLinks) {
    this.#database = database
    this.#store = store
    this.#keeper = keeper
    this.#links = links
  }

  @Post()
  @CalledBy('signed-in')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string' } })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'communityId'],
      properties: { file: { type: 'string', format: 'binary' }, communityId: { type: 'string', format: 'uuid' } },
    },
  })
  @ApiCreatedResponse({ type: FileView })
  async uploadFile(@Req() request: FastifyRequest & { act: Act }): Promise<FileView> {
    const upload = await receiveUpload(request)
    try {
      const { communityId } = upload.fields
      if (!isUuid(communityId))
        throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'communityId', message: '请重新选择小区。' }])
      return await this.#keeper.keep(request.act, communityId!.toLowerCase(), request.act.idempotency!.key, upload)
    } finally {
      await upload.discard()
    }
  }

  @Get(':id/content')
  @CalledBy('anyone')
  @ApiProduces('image/jpeg', 'image/webp', 'video/mp4', 'video/quicktime')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async readFileContent(
    @Id('id') fileId: string,
    @Query() link: FileLinkQuery,
    @Req() request: FastifyRequest & { act: Act },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { community: communityId, variant, session = null, signature } = link
    const expires = Number(link.expires)
    await this.#links.verifyLink({ communityId, fileId, variant, session, expires }, signature, request.act.now)
    const [file] = await this.#database.read<StoredFile>({ communities: [communityId], companies: [] }, FIND, [
      communityId,
      fileId,
    ])
    const key = variant === 'thumbnail' ? file?.thumbnail_key : file?.storage_key
    if (!file || !key) throw new ProblemError('NOT_FOUND')
    const isThumbnail = variant === 'thumbnail'
    await sendFile(reply, this.#store, {
      key,
      contentType: isThumbnail ? 'image/webp' : file.content_type,
      range: isThumbnail ? null : rangeIn(request.headers.range, file.bytes),
      bytes: isThumbnail ? null : file.bytes,
      disposition: 'inline',
      policy: "default-src 'none'; sandbox",
      cache: `private, max-age=${Math.floor(expires - request.act.now.getTime() / 1000)}, immutable`,
    })
  }
}
