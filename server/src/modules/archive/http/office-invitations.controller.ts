import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { InvitationCode } from '../../organisation/index.ts'
import { inviteFromOffice, revokeFromOffice } from '../actions/invite-from-office.ts'
import { drawOfficeInvitation } from '../queries/draw-office-invitation.ts'
import { InvitationSent, InviteFromOffice } from './household-edits.dto.ts'

@ApiTags('archive')
@Controller('communities/:communityId')
export class OfficeInvitationsController {
  readonly #database: Database
  readonly #wechat: Wechat

  constructor(database: Database, wechat: Wechat) {
    this.#database = database
    this.#wechat = wechat
  }

  @Post('households/:unitId/invitations')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: InvitationSent })
  inviteFromOffice(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Body() body: InviteFromOffice,
  ): Promise<InvitationSent> {
    return this.#database.write(act, (tx) => inviteFromOffice(tx, act, communityId, unitId, body))
  }

  @Get('office-invitations/:id/code')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: InvitationCode })
  drawOfficeInvitation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<InvitationCode> {
    return drawOfficeInvitation(this.#database, this.#wechat, act, communityId, id)
  }

  @Post('office-invitations/:id/revoke')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeFromOffice(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<void> {
    return this.#database.write(act, (tx) => revokeFromOffice(tx, act, communityId, id))
  }
}
