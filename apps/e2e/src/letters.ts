import { asOffice, sandbox } from './api.ts'
import { eventually } from './eventually.ts'
import { garden } from './repairs.ts'

export interface Mail {
  /** as 吴女士 <wu@example.org> */
  from: string
  subject: string
  words: string
}

/** Puts a mail into the mailbox of 一诺花园 and has it read at once, not within the minute. */
export async function write({ from, subject, words }: Mail): Promise<void> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { isSet, version, address, host, port, encryption, username, folder, takesOthers, active } = await call(
    'GET /communities/{communityId}/mailbox',
    { path },
  )
  if (!isSet) throw new Error('一诺花园 has no mailbox')
  const head = [
    `From: ${encoded(from)}`,
    `To: ${address}`,
    `Subject: ${encoded(subject)}`,
    `Message-ID: <${crypto.randomUUID()}@example.org>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const body = Buffer.from(words).toString('base64')
  await sandbox('POST', '/mailbox', { to: address, raw: [...head, '', body, ''].join('\r\n') })
  await call('PUT /communities/{communityId}/mailbox', {
    path,
    idempotencyKey: crypto.randomUUID(),
    body: { address, host, port, encryption, username, folder, takesOthers, active, version },
  })
}

const encoded = (text: string) =>
  text.replace(/[^\x20-\x7e]+/g, (words) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`)

/** What somebody outside has got by mail, once there is one whose subject says this. */
export function mailTo(address: string, subject: string): Promise<string> {
  return eventually(async () => {
    const mails = (await sandbox('GET', '/mails')) as { to: string; subject: string }[]
    const found = mails.find((mail) => mail.to === address && mail.subject.includes(subject))
    if (!found) throw new Error(`${address} has no mail “${subject}”`)
    return found.subject
  })
}
