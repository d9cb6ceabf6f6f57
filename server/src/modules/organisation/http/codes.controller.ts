import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { recordAudit } from '../../../platform/audit/index.ts'
import { Database, IdentityDatabase, type Act } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import { CurrentAct, CurrentCaller, type CallerAct } from '../../access/index.ts'
import { issueCodes, replaceCode, revokeCode } from '../actions/issue-codes.ts'
import { findCode } from '../queries/find-code.ts'
import { listCodes } from '../queries/list-codes.ts'
import { printCodeSheet } from '../sheets/print-code-sheet.ts'
import { CodeContext, CodeQuery, EntryCode, EntryCodePage, IssueCodes, PrintCodeSheet } from './organisation.dto.ts'

@ApiTags('organisation')
@Controller()
export class CodesController {
  readonly #database: Database
  readonly #identity: IdentityDatabase
  readonly #wechat: Wechat

  constructor(database: Database, identity: IdentityDatabase, wechat: Wechat) {
    this.#database = database
    this.#identity = identity
    this.#wechat = wechat
  }

  @Get('codes/:token')
  @CalledBy('anyone')
  @ApiOkResponse({ type: CodeContext })
  readCode(@CurrentAct() act: Act, @Param('token') token: string): Promise<CodeContext> {
    return findCode(this.#identity, this.#database, act, token)
  }

  @Get('communities/:communityId/codes')
  @CalledBy({ permission: 'codes.read' })
  @ApiOkResponse({ type: EntryCodePage })
  listCodes(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: CodeQuery,
  ): Promise<EntryCodePage> {
    return listCodes(this.#database, act, communityId, query)
  }

  @Post('communities/:communityId/codes')
  @CalledBy({ permission: 'codes.issue' })
  @Idempotent()
  @ApiCreatedResponse({ type: [EntryCode] })
  issueCodes(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: IssueCodes,
  ): Promise<EntryCode[]> {
    return this.#database.write(act, (tx) => issueCodes(tx, act, communityId, body))
  }

  @Post('communities/:communityId/codes/:id/revoke')
  @CalledBy({ permission: 'codes.issue' })
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeCode(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<void> {
    return this.#database.write(act, (tx) => revokeCode(tx, act, communityId, id))
  }

  @Post('communities/:communityId/codes/:id/replace')
  @CalledBy({ permission: 'codes.issue' })
  @Idempotent()
  @ApiCreatedResponse({ type: EntryCode })
  replaceCode(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<EntryCode> {
    return this.#database.write(act, (tx) => replaceCode(tx, act, communityId, id))
  }

  @Post('communities/:communityId/code-sheets')
  @CalledBy({ permission: 'codes.read' })
  @HttpCode(200)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async printCodeSheet(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: PrintCodeSheet,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sheet = await printCodeSheet(this.#database, this.#wechat, act, communityId, body.codeIds)
    await this.#database.write(act, (tx) =>
      recordAudit(tx, act, {
        companyId: act.caller.staff!.companyId,
        communityId,
        action: 'codes.print',
        subjectKind: 'community',
        subjectId: communityId,
        before: null,
        after: { codeIds: body.codeIds },
      }),
    )
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'attachment; filename="codes.pdf"')
      .send(sheet)
  }
}
