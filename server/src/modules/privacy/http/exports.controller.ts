import { Controller, Get, Inject, Query, Res } from '@nestjs/common'
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database, type Act } from '../../../platform/database/index.ts'
import { FILE_STORE, FileMissing, type FileStore } from '../../../platform/files/index.ts'
import { CalledBy, Id, ProblemError } from '../../../platform/http/index.ts'
import { CallerWatch, CurrentAct, holds } from '../../access/index.ts'
import { ExportSigner } from '../export-signer.ts'
import { exportForms, keyOfExport } from '../jobs/export-files.ts'
import { ExportLinkQuery } from './privacy.dto.ts'

const STANDING = {
  name: 'export-standing',
  text: `SELECT account_id AS "accountId" FROM privacy_requests WHERE community_id = $1 AND id = $2 AND kind = 'export' AND state = 'ready' AND effective_at > $3`,
}

@ApiTags('privacy')
@Controller('personal-exports')
export class ExportsController {
  readonly #database: Database
  readonly #signer: ExportSigner
  readonly #store: FileStore
  readonly #watch: CallerWatch

  constructor(database: Database, signer: ExportSigner, @Inject(FILE_STORE) store: FileStore, watch: CallerWatch) {
    this.#database = database
    this.#signer = signer
    this.#store = store
    this.#watch = watch
  }

  @Get(':id/content')
  @CalledBy('anyone')
  @ApiProduces('application/pdf', 'application/json')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async readExport(
    @CurrentAct() act: Act,
    @Id('id') requestId: string,
    @Query() { community, form, session, expires, signature }: ExportLinkQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.#signer.verify({ community, requestId, form, session, expires: Number(expires) }, signature, act.now)
    const reach = { communities: [community], companies: [] }
    const [standing] = await this.#database.read<{ accountId: string | null }>(reach, STANDING, [community, requestId, act.now])
    if (!standing || !(await this.#stillMay(session, community, standing.accountId))) throw new ProblemError('FILE_LINK_EXPIRED')
    const { stream, bytes } = await this.#store.read(keyOfExport(requestId, form), null).catch((error: unknown) => {
      throw error instanceof FileMissing ? new ProblemError('NOT_FOUND') : error
    })
    await reply
      .headers({
        'content-type': exportForms[form],
        'content-disposition': `attachment; filename="personal-data.${form}"`,
        'content-length': bytes,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'private, no-store',
      })
      .send(stream)
  }

  /** A copy is its person's; of somebody without an account, the desk's that hands it over. */
  async #stillMay(session: string, communityId: string, accountId: string | null): Promise<boolean> {
    const caller = await this.#watch.callerOf(session)
    if (!caller) return false
    return accountId === null ? holds(caller, communityId, 'privacy.handle') : caller.account?.id === accountId
  }
}
