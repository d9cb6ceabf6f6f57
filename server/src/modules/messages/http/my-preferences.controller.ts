import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { MessagePreferences as MessagePreferencesShape } from '@yinuo/contracts'
import { newId } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { askEmail, confirmEmail, forgetEmail } from '../actions/confirm-email.ts'
import { setPreferences } from '../actions/set-preferences.ts'
import { Mailer, MailError } from '../mail/mailer.ts'
import { readPreferences } from '../queries/read-preferences.ts'
import { mailOf } from '../rules/mail-text.ts'
import { AskEmail, ConfirmEmail, MessagePreferences, SetPreferences } from './channels.dto.ts'

/** By which channels somebody wants to be told what, when not, and their mail address. */
@ApiTags('messages')
@Controller('me/message-preferences')
@CalledBy('signed-in')
export class MyPreferencesController {
  readonly #database: Database
  readonly #mailer: Mailer
  readonly #key: string
  readonly #domain: string

  constructor(database: Database, mailer: Mailer, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#mailer = mailer
    this.#key = config.LINK_SIGNING_KEY
    this.#domain = new URL(config.PUBLIC_URL).hostname
  }

  @Get()
  @ApiOkResponse({ type: MessagePreferences })
  readMyPreferences(@CurrentCaller() act: CallerAct): Promise<MessagePreferencesShape> {
    return readPreferences(this.#database, act, this.#mailer.isConfigured)
  }

  @Put()
  @ApiOkResponse({ type: MessagePreferences })
  async setMyPreferences(@CurrentCaller() act: CallerAct, @Body() body: SetPreferences): Promise<MessagePreferencesShape> {
    const wish = { groups: body.groups, quiet: body.quiet ?? null }
    await this.#database.write(act, (tx) => setPreferences(tx, act, wish))
    return this.readMyPreferences(act)
  }

  @Post('email')
  @HttpCode(200)
  @ApiOkResponse({ type: MessagePreferences })
  async askMyEmail(@CurrentCaller() act: CallerAct, @Body() { email }: AskEmail): Promise<MessagePreferencesShape> {
    if (!this.#mailer.isConfigured) throw new ProblemError('EMAIL_NOT_OFFERED')
    const code = await this.#database.write(act, (tx) => askEmail(tx, act, email, this.#key))
    const words = {
      title: '邮箱验证码',
      body: `验证码：${code}，15 分钟内有效。\n如果不是您本人操作，请忽略这封邮件。`,
      from: '一诺物业',
    }
    const messageId = `<code-${newId(act.now)}@${this.#domain}>`
    await this.#mailer.send({ to: email, messageId, ...mailOf(words) }).catch((error: unknown) => {
      if (!(error instanceof MailError)) throw error
      throw new ProblemError(error.passing ? 'EMAIL_NOT_SENT' : 'EMAIL_REFUSED', { reason: error.message })
    })
    return this.readMyPreferences(act)
  }

  @Post('email/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: MessagePreferences })
  async confirmMyEmail(@CurrentCaller() act: CallerAct, @Body() { code }: ConfirmEmail): Promise<MessagePreferencesShape> {
    const isRight = await this.#database.write(act, (tx) => confirmEmail(tx, act, code, this.#key))
    if (!isRight) throw new ProblemError('EMAIL_CODE_WRONG')
    return this.readMyPreferences(act)
  }

  @Delete('email')
  @ApiOkResponse({ type: MessagePreferences })
  async forgetMyEmail(@CurrentCaller() act: CallerAct): Promise<MessagePreferencesShape> {
    await this.#database.write(act, (tx) => forgetEmail(tx, act))
    return this.readMyPreferences(act)
  }
}
