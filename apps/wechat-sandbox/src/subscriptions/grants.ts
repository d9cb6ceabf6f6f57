export type Answer = 'accept' | 'reject' | 'ban' | 'filter' | 'acceptWithAlert' | 'acceptWithAudio' | 'acceptWithForcePush'

export interface Grant {
  openid: string
  templateId: string
  left: number
  accepted: number
  sent: number
  /** 总是保持以上选择 */
  always: Answer | null
}

/** One acceptance buys one message. */
export class Grants {
  #grants = new Map<string, Grant>()

  answer(openid: string, templateId: string, answer: Answer, always: boolean): void {
    const grant = this.#of(openid, templateId)
    if (answer.startsWith('accept')) {
      grant.left += 1
      grant.accepted += 1
    }
    if (always) grant.always = answer
  }

  /** Switched off in the mini-program's settings: everything not yet used is lost. */
  cancel(openid: string, templateId: string): void {
    const grant = this.#of(openid, templateId)
    grant.left = 0
    grant.always = 'reject'
  }

  /** Forgets "总是保持以上选择", as the settings page does. */
  forgetChoice(openid: string, templateId: string): void {
    this.#of(openid, templateId).always = null
  }

  alwaysOf(openid: string, templateId: string): Answer | null {
    return this.#grants.get(key(openid, templateId))?.always ?? null
  }

  consume(openid: string, templateId: string): boolean {
    const grant = this.#grants.get(key(openid, templateId))
    if (!grant || grant.left === 0) return false
    grant.left -= 1
    grant.sent += 1
    return true
  }

  all(): Grant[] {
    return [...this.#grants.values()]
  }

  snapshot(): Grant[] {
    return this.all()
  }

  restore(written: Grant[]): void {
    for (const grant of written) this.#grants.set(key(grant.openid, grant.templateId), grant)
  }

  #of(openid: string, templateId: string): Grant {
    const id = key(openid, templateId)
    let grant = this.#grants.get(id)
    if (!grant) {
      grant = { openid, templateId, left: 0, accepted: 0, sent: 0, always: null }
      this.#grants.set(id, grant)
    }
    return grant
  }
}

function key(openid: string, templateId: string): string {
  return `${openid} ${templateId}`
}
