/** A text message: the gateway puts `values` into `template`. */
export interface TextMessage {
  phone: string
  template: string
  values: Readonly<Record<string, string>>
}

/** The gateway did not take a message. */
export class SmsError extends Error {
  /** Whether it may take it later. */
  readonly passing: boolean

  constructor(message: string, passing: boolean) {
    super(message)
    this.name = 'SmsError'
    this.passing = passing
  }
}

/** Where text messages go out. */
export abstract class SmsGateway {
  /**
   * @returns the gateway's id of the message
   * @throws SmsError
   */
  abstract send(message: TextMessage): Promise<string>
}
