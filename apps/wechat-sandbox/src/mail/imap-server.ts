import type { Server, Socket } from 'node:net'

interface Connection {
  socket: Socket | null
}
type Handler = (connection: Connection, parsed: unknown, line: string, done: () => void) => void

/** What of hoodiecrow-imap is used here. */
export interface ImapServer {
  server: Server
  getCommandHandler(command: string): Handler
  setCommandHandler(command: string, handler: Handler): void
  /** @param raw one character for each byte */
  appendMessage(mailbox: string, flags: string[], internaldate: Date, raw: string): void
  getMailbox(path: string): { messages: { flags: string[]; raw: string; uid: number }[] }
}

export type MakeImapServer = (options: {
  users: Record<string, { password: string }>
  plugins: string[]
  storage: Record<string, object>
}) => ImapServer
