import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { registerAtDesk } from '../actions/ask-privacy.ts'
import { handOverExport } from '../actions/hand-over-export.ts'
import { withdrawAtDesk } from '../actions/withdraw-request.ts'
import { ExportSigner } from '../export-signer.ts'
import { listPrivacyRequests } from '../queries/list-requests.ts'
import { ExportLinks, PrivacyAsked, PrivacyRequestPage, PrivacyRequestQuery, RegisterPrivacyRequest } from './privacy.dto.ts'

/** The desk that answers requests about personal data (PIPL 50). */
@ApiTags('privacy')
@Controller('communities/:communityId/privacy-requests')
export class PrivacyRequestsController {
  readonly #database: Database
  readonly #signer: ExportSigner

  constructor(database: Database, signer: ExportSigner) {
    this.#database = database
    this.#signer = signer
  }

  @Get()
  @CalledBy({ permission: 'privacy.handle' })
  @ApiOkResponse({ type: PrivacyRequestPage })
  listPrivacyRequests(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PrivacyRequestQuery,
  ): Promise<PrivacyRequestPage> {
    return listPrivacyRequests(this.#database, act, communityId, query)
  }

  @Post()
  @CalledBy({ permission: 'privacy.handle' })
  @Idempotent()
  @ApiCreatedResponse({ type: PrivacyAsked })
  registerPrivacyRequest(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: RegisterPrivacyRequest,
  ): Promise<PrivacyAsked> {
    return this.#database.write(act, async (tx) => ({ id: await registerAtDesk(tx, act, communityId, body), done: false }))
  }

  @Post(':id/withdraw')
  @CalledBy({ permission: 'privacy.handle' })
  @Idempotent()
  @ApiCreatedResponse({ type: PrivacyAsked })
  withdrawPrivacyRequest(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<PrivacyAsked> {
    return this.#database.write(act, async (tx) => {
      await withdrawAtDesk(tx, act, communityId, id)
      return { id, done: false }
    })
  }

  @Post(':id/hand-over')
  @CalledBy({ permission: 'privacy.handle' })
  @Idempotent()
  @ApiCreatedResponse({ type: ExportLinks })
  handOverExport(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ExportLinks> {
    return this.#database.write(act, async (tx) =>
      this.#signer.linksTo(id, communityId, await handOverExport(tx, act, communityId, id), act),
    )
  }
}
