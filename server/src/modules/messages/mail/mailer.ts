/** A mail of one of our own templates. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** The same at every attempt, so that a mail sent twice is one mail to programs that look at it. */
  messageId: string
  /** In answer to a mail. */
  answers?: Answering
}

export interface Answering {
  /** where an answer to this one is to go */
  replyTo: string
  /** the mail that is answered; of some nobody knows the id */
  inReplyTo: string | null
  /** nobody wrote it: answering machines must not answer it */
  isAutomatic: boolean
}

/** The mail server did not take a mail. */
export class MailError extends Error {
  /** Whether it may take it later. */
  readonly passing: boolean

  constructor(message: string, passing: boolean) {
    super(message)
    this.name = 'MailError'
    this.passing = passing
  }
}

/** Where mails go out. */
export abstract class Mailer {
  /** Whether there is a mail server to speak to. */
  abstract readonly isConfigured: boolean
  /**
   * @returns the server's word on the mail
   * @throws MailError
   */
  abstract send(mail: Mail): Promise<string>
}
