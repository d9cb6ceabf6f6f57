/** A mail of one of our own templates. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** The same at every attempt, so that a mail sent twice is one mail to programs that look at it. */
  messageId: string
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
