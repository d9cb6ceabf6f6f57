import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { acceptInvitation, readInvitation } from '../actions/accept-invitation.ts'
import { revokeInvitation, sendInvitation } from '../actions/send-invitation.ts'
import { drawInvitation } from '../queries/draw-invitation.ts'
import { actOfInvited, type InvitationRow } from '../queries/find-invitation.ts'
import { Invitation, InvitationCode, InviteToHome, OpenInvitation } from './household-members.dto.ts'

@ApiTags('organisation')
@Controller()
export class InvitationsController {
  readonly #database: Database
  readonly #identity: IdentityDatabase
  readonly #wechat: Wechat

  constructor(database: Database, identity: IdentityDatabase, wechat: Wechat) {
    this.#database = database
    this.#identity = identity
    this.#wechat = wechat
  }

  @Post('communities/:communityId/invitations')
  @CalledBy('resident')
  @Idempotent()
  @ApiCreatedResponse({ type: OpenInvitation })
  sendInvitation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: InviteToHome,
  ): Promise<OpenInvitation> {
    return this.#database.write(act, (tx) => sendInvitation(tx, act, communityId, body))
  }

  @Post('communities/:communityId/invitations/:id/revoke')
  @CalledBy('resident')
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeInvitation(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<void> {
    return this.#database.write(act, (tx) => revokeInvitation(tx, act, communityId, id))
  }

  @Get('communities/:communityId/invitations/:id/code')
  @CalledBy('resident')
  @ApiOkResponse({ type: InvitationCode })
  drawInvitation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<InvitationCode> {
    return drawInvitation(this.#database, this.#wechat, act, communityId, id)
  }

  @Get('invitations/:token')
  @CalledBy('signed-in')
  @ApiOkResponse({ type: Invitation })
  async readInvitation(@CurrentCaller() caller: CallerAct, @Param('token') token: string): Promise<Invitation> {
    const act = await actOfInvited(this.#identity, caller, token)
    return this.#database.write(act, async (tx) => invitationView(await readInvitation(tx, act, token)))
  }

  @Post('invitations/:token/accept')
  @CalledBy('signed-in')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: Invitation })
  async acceptInvitation(@CurrentCaller() caller: CallerAct, @Param('token') token: string): Promise<Invitation> {
    const act = await actOfInvited(this.#identity, caller, token)
    return this.#database.write(act, async (tx) => invitationView(await acceptInvitation(tx, act, token)))
  }
}

function invitationView(row: InvitationRow): Invitation {
  return {
    inviterName: row.inviter_name,
    communityId: row.community_id,
    communityName: row.community_name,
    hotline: row.hotline,
    unitId: row.unit_id,
    unitLabel: row.unit_label,
    role: row.role,
    name: row.name,
    validUntil: row.valid_until,
    expiresAt: row.expires_at.toISOString(),
  }
}
