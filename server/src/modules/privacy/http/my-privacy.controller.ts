import { Body, Controller, Get, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { askForMyself } from '../actions/ask-privacy.ts'
import { EraseStranger } from '../actions/erase-stranger.ts'
import { withdrawMine } from '../actions/withdraw-request.ts'
import { ExportSigner } from '../export-signer.ts'
import { tellMyPrivacy } from '../queries/my-privacy.ts'
import { readyExport } from '../queries/ready-export.ts'
import { tiesOf } from '../queries/ties.ts'
import { AskPrivacy, ExportLinks, MyPrivacy, PrivacyAsked } from './privacy.dto.ts'

/** A person and what we hold of them. Reaches every community they have to do with, also those they have left. */
@ApiTags('privacy')
@Controller('me')
export class MyPrivacyController {
  readonly #database: Database
  readonly #identity: IdentityDatabase
  readonly #signer: ExportSigner
  readonly #strangers: EraseStranger

  constructor(database: Database, identity: IdentityDatabase, signer: ExportSigner, strangers: EraseStranger) {
    this.#database = database
    this.#identity = identity
    this.#signer = signer
    this.#strangers = strangers
  }

  @Get('privacy')
  @CalledBy('resident')
  @ApiOkResponse({ type: MyPrivacy })
  async readMyPrivacy(@CurrentCaller() caller: CallerAct): Promise<MyPrivacy> {
    const { act } = await tiesOf(this.#identity, caller)
    return tellMyPrivacy(this.#database, this.#identity, act)
  }

  @Post('privacy-requests')
  @CalledBy('resident')
  @Idempotent()
  @ApiCreatedResponse({ type: PrivacyAsked })
  async askPrivacy(@CurrentCaller() caller: CallerAct, @Body() { kind }: AskPrivacy): Promise<PrivacyAsked> {
    const { act, desks } = await tiesOf(this.#identity, caller)
    if (desks.length > 0) {
      return this.#database.write(act, async (tx) => ({ id: await askForMyself(tx, act, kind, desks), done: false }))
    }
    if (kind === 'export') throw new ProblemError('PRIVACY_NOTHING_TO_EXPORT')
    await this.#strangers.run(act)
    return { id: null, done: true }
  }

  @Post('privacy-requests/:id/withdraw')
  @CalledBy('resident')
  @Idempotent()
  @ApiCreatedResponse({ type: PrivacyAsked })
  async withdrawMyRequest(@CurrentCaller() caller: CallerAct, @Id('id') id: string): Promise<PrivacyAsked> {
    const { act } = await tiesOf(this.#identity, caller)
    return this.#database.write(act, async (tx) => {
      await withdrawMine(tx, act, act.caller.account!.id, id)
      return { id, done: false }
    })
  }

  @Get('privacy-requests/:id/links')
  @CalledBy('resident')
  @ApiOkResponse({ type: ExportLinks })
  async linkMyExport(@CurrentCaller() caller: CallerAct, @Id('id') id: string): Promise<ExportLinks> {
    const { act } = await tiesOf(this.#identity, caller)
    const { communityId, until } = await readyExport(this.#database, act, id, act.caller.account!.id)
    return this.#signer.linksTo(id, communityId, until, act)
  }
}
