/** A mailbox could not be read; the message says why in words for the office, and nothing secret. */
export class MailboxError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MailboxError'
  }
}

interface ImapFailure {
  code?: string
  authenticationFailed?: boolean
  tlsFailed?: boolean
  mailboxMissing?: boolean
}

const byCode: Readonly<Record<string, string>> = {
  ENOTFOUND: '找不到这个服务器地址，请核对有没有写错',
  EAI_AGAIN: '暂时查不到这个服务器地址',
  ECONNREFUSED: '服务器没有在这个端口上收信，请核对端口',
  EHOSTUNREACH: '到不了这个服务器',
  ENETUNREACH: '到不了这个服务器',
  ECONNRESET: '服务器中断了连接',
  EConnectionClosed: '服务器中断了连接',
  NoConnection: '服务器中断了连接',
  ClosedAfterConnectText: '服务器中断了连接，请核对端口和加密方式',
  ClosedAfterConnectTLS: '服务器中断了连接，请核对端口和加密方式',
  CONNECT_TIMEOUT: '连接超时，请核对服务器地址和端口',
  ETIMEDOUT: '连接超时，请核对服务器地址和端口',
  ETIMEOUT: '服务器太久没有答复',
  GREETING_TIMEOUT: '服务器太久没有答复，请核对端口和加密方式',
  UPGRADE_TIMEOUT: '加密连接没有建立，请核对加密方式',
}

/** What IMAP says, as people can do something about it. Their words are not passed on: a command may stand in them. */
export function mailboxErrorOf(error: unknown, folder: string): MailboxError {
  if (error instanceof MailboxError) return error
  const { code = '', authenticationFailed, tlsFailed, mailboxMissing } = error as ImapFailure
  if (authenticationFailed) return new MailboxError('邮箱不接受这个账号或密码；多数邮箱要先开启 IMAP，并用“授权码”代替登录密码')
  if (mailboxMissing) return new MailboxError(`邮箱里没有文件夹“${folder}”，或不允许用客户端收取`)
  if (tlsFailed || /CERT|SELF_SIGNED|SSL|TLS|UNABLE_TO/.test(code))
    return new MailboxError('加密连接没有建立：证书不可信，或端口与加密方式不配套')
  return new MailboxError(byCode[code] ?? '邮件服务器没有正常答复')
}
