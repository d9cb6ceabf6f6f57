import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { toString as svgOf } from 'qrcode'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import type { Seal } from '../../../platform/secrets/index.ts'
import { Wechat, WechatError, wechatProblem } from '../../../wechat/index.ts'
import { auditAccess } from '../actions/audit-access.ts'
import { confirmPhone } from '../actions/confirm-phone.ts'
import { endSession } from '../actions/end-sessions.ts'
import { confirmTotp, offerTotp } from '../actions/enrol-totp.ts'
import { setDuty } from '../actions/set-duty.ts'
import { setPreferences } from '../actions/set-preferences.ts'
import type { CallerAct } from '../caller-act.ts'
import { tellMe, tellMeAgain } from '../queries/tell-me.ts'
import { TOTP_SEAL } from '../totp-seal.ts'
import { DutyChange, Me, PhoneCode, Preferences, TotpConfirmation, TotpOffer } from './access.dto.ts'
import { CurrentCaller } from './caller.guard.ts'

@ApiTags('me')
@Controller()
export class MeController {
  readonly #identity: IdentityDatabase
  readonly #database: Database
  readonly #wechat: Wechat
  readonly #seal: Seal

  constructor(identity: IdentityDatabase, database: Database, wechat: Wechat, @Inject(TOTP_SEAL) seal: Seal) {
    this.#identity = identity
    this.#database = database
    this.#wechat = wechat
    this.#seal = seal
  }

  @Get('me')
  @CalledBy('signed-in')
  @ApiOkResponse({ type: Me })
  readMe(@CurrentCaller() act: CallerAct): Promise<Me> {
    return tellMe(this.#database, act.caller)
  }

  @Delete('me/session')
  @HttpCode(204)
  @CalledBy('signed-in')
  @ApiNoContentResponse()
  signOut(@CurrentCaller() act: CallerAct): Promise<void> {
    return endSession(this.#identity, this.#database, act, act.caller.sessionId)
  }

  @Put('me/preferences')
  @CalledBy('resident')
  @ApiOkResponse({ type: Me })
  async setPreferences(@CurrentCaller() act: CallerAct, @Body() body: Preferences): Promise<Me> {
    await setPreferences(this.#identity, act, body)
    return this.#meAgain(act)
  }

  @Post('me/phone')
  @HttpCode(200)
  @CalledBy('resident')
  @ApiOkResponse({ type: Me })
  async confirmPhone(@CurrentCaller() act: CallerAct, @Body() { code }: PhoneCode): Promise<Me> {
    const phone = await this.#wechat.phoneNumber(code).catch((error: unknown) => {
      throw error instanceof WechatError ? wechatProblem(error) : error
    })
    await confirmPhone(this.#identity, this.#database, act, phone)
    return this.#meAgain(act)
  }

  @Post('me/totp')
  @CalledBy('staff')
  @ApiCreatedResponse({ type: TotpOffer })
  async offerTotp(@CurrentCaller() act: CallerAct): Promise<TotpOffer> {
    const { uri } = await offerTotp(this.#identity, this.#seal, act)
    return { uri, qrSvg: await svgOf(uri, { type: 'svg', margin: 1 }) }
  }

  @Put('me/totp')
  @HttpCode(204)
  @CalledBy('staff')
  @ApiNoContentResponse()
  async confirmTotp(@CurrentCaller() act: CallerAct, @Body() { totp }: TotpConfirmation): Promise<void> {
    await confirmTotp(this.#identity, this.#seal, act, totp)
    const staff = act.caller.staff!
    const change = { action: 'access.enrol-totp', subjectKind: 'staff', subjectId: staff.id, after: null }
    await auditAccess(this.#database, act, { staff, ...change })
  }

  @Put('communities/:communityId/duty')
  @CalledBy('staff')
  @ApiOkResponse({ type: Me })
  async setDuty(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { onDuty }: DutyChange,
  ): Promise<Me> {
    await this.#database.write(act, (tx) => setDuty(tx, act, communityId, onDuty))
    return this.#meAgain(act)
  }

  #meAgain(act: CallerAct): Promise<Me> {
    return tellMeAgain(this.#database, this.#identity, act.caller.sessionId, act.now)
  }
}
