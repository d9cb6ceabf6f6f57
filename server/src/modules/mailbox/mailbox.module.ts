import { Module } from '@nestjs/common'
import { AccessModule } from '../access/index.ts'
import { MessagesModule } from '../messages/index.ts'
import { LettersController } from './http/letters.controller.ts'
import { MailboxController } from './http/mailbox.controller.ts'
import { ImapMailbox } from './imap/imap-mailbox.ts'
import { MailHosts } from './imap/mail-hosts.ts'
import { AnswerLetters } from './jobs/answer-letters.ts'
import { MailboxWatch } from './jobs/mailbox-watch.ts'
import { LetterFiles } from './letter-files.ts'
import { mailboxSeal } from './mailbox-seal.ts'

@Module({
  imports: [AccessModule, MessagesModule],
  controllers: [MailboxController, LettersController],
  providers: [mailboxSeal, MailHosts, ImapMailbox, LetterFiles, MailboxWatch, AnswerLetters],
})
export class MailboxModule {}
