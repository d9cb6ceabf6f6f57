/** A mailbox that several communities share: whose is a letter? */
export interface Box {
  address: string
  /** takes what is for none of those who share the mailbox */
  takesOthers: boolean
}

/** `others`: the addresses of the other communities that read the same mailbox. */
export function isFor({ address, takesOthers }: Box, others: readonly string[], recipients: readonly string[]): boolean {
  const to = new Set(recipients.map((each) => each.toLowerCase()))
  if (to.has(address)) return true
  if (!takesOthers) return false
  return !others.some((each) => to.has(each))
}
