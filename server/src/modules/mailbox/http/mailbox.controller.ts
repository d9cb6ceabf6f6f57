import { Body, Controller, Get, HttpCode, Inject, Post, Put } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, ProblemError } from '../../../platform/http/index.ts'
import { Seal } from '../../../platform/secrets/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { setMailbox, testMailbox } from '../actions/set-mailbox.ts'
import { ImapMailbox } from '../imap/imap-mailbox.ts'
import { MailHosts } from '../imap/mail-hosts.ts'
import { MailboxError } from '../imap/mailbox-error.ts'
import { MAILBOX_SEAL } from '../mailbox-seal.ts'
import { mailboxState, readMailbox } from '../queries/letters.ts'
import { MailboxState, MailboxView, SetMailbox } from './mailbox.dto.ts'

/** The mailbox to which the residents of a community write. */
@ApiTags('letters')
@Controller('communities/:communityId/mailbox')
export class MailboxController {
  readonly #database: Database
  readonly #imap: ImapMailbox
  readonly #hosts: MailHosts
  readonly #seal: Seal

  constructor(database: Database, imap: ImapMailbox, hosts: MailHosts, @Inject(MAILBOX_SEAL) seal: Seal) {
    this.#database = database
    this.#imap = imap
    this.#hosts = hosts
    this.#seal = seal
  }

  @Get()
  @CalledBy({ permission: 'messages.manage' })
  @ApiOkResponse({ type: MailboxView })
  readMailbox(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<MailboxView> {
    return readMailbox(this.#database, act, communityId)
  }

  @Get('state')
  @CalledBy({ permission: 'complaints.assign' }, { permission: 'messages.manage' })
  @ApiOkResponse({ type: MailboxState })
  readMailboxState(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<MailboxState> {
    return mailboxState(this.#database, act, communityId)
  }

  @Put()
  @CalledBy({ permission: 'messages.manage' })
  @ApiOkResponse({ type: MailboxView })
  async setMailbox(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: SetMailbox,
  ): Promise<MailboxView> {
    await this.#database.write(act, (tx) => setMailbox(tx, act, communityId, body, { seal: this.#seal, hosts: this.#hosts }))
    return this.readMailbox(act, communityId)
  }

  @Post('test')
  @HttpCode(204)
  @CalledBy({ permission: 'messages.manage' })
  @ApiNoContentResponse()
  async testMailbox(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<void> {
    const { at, password } = await this.#database.write(act, (tx) => testMailbox(tx, act, communityId, this.#seal))
    await this.#imap
      .within(at, password, async () => undefined)
      .catch((error: unknown) => {
        if (!(error instanceof MailboxError)) throw error
        throw new ProblemError('MAILBOX_REFUSED', { reason: error.message })
      })
  }
}
