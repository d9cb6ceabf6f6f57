import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { createTransport, type Transporter } from 'nodemailer'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { refusalOf } from './smtp-refusals.ts'
import { Mailer, MailError, type Answering, type Mail } from './mailer.ts'

const TIMEOUT_MS = 15_000

/** Speaks SMTP: TLS from the start (`smtps:`) or by STARTTLS, which production insists on; name and password from the address. */
@Injectable()
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  readonly isConfigured: boolean
  readonly #from: string
  readonly #transport: Transporter | null

  constructor(@Inject(CONFIG) config: Config) {
    super()
    this.#from = config.SMTP_FROM ?? ''
    this.#transport = config.SMTP_URL ? transportOf(new URL(config.SMTP_URL), config.NODE_ENV === 'production') : null
    this.isConfigured = this.#transport !== null
  }

  async send({ to, subject, text, html, messageId, answers }: Mail): Promise<string> {
    if (!this.#transport) throw new MailError('没有配置邮件服务器', false)
    const sent = (await this.#transport
      .sendMail({
        from: this.#from,
        // An address, never a list of them.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        ...(answers ? { replyTo: { name: '', address: answers.replyTo } } : {}),
        ...(answers?.inReplyTo ? { inReplyTo: answers.inReplyTo, references: [answers.inReplyTo] } : {}),
        headers: mannersOf(answers),
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .catch((error: unknown) => {
        throw refusalOf(error)
      })) as { response?: string }
    return (sent.response ?? 'sent').slice(0, 200)
  }

  onApplicationShutdown(): void {
    this.#transport?.close()
  }
}

/** Answering machines must not answer us. */
function mannersOf(answers: Answering | undefined): Record<string, string> {
  const suppressed = { 'X-Auto-Response-Suppress': 'All' }
  if (answers && !answers.isAutomatic) return suppressed
  return { ...suppressed, 'Auto-Submitted': answers ? 'auto-replied' : 'auto-generated' }
}

function transportOf(address: URL, isProduction: boolean): Transporter {
  const secure = address.protocol === 'smtps:'
  const user = decodeURIComponent(address.username)
  return createTransport({
    host: address.hostname,
    port: address.port ? Number(address.port) : secure ? 465 : 587,
    secure,
    requireTLS: isProduction && !secure,
    ...(user ? { auth: { user, pass: decodeURIComponent(address.password) } } : {}),
    pool: true,
    maxConnections: 5,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
}
