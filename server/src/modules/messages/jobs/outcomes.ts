import { WechatError } from '../../../wechat/index.ts'
import { MailError } from '../mail/mailer.ts'
import { RobotError } from '../robot/group-robot.ts'
import type { Outcome } from '../rules/after-attempt.ts'
import { SmsError } from '../sms/sms-gateway.ts'

/**
 * What a refusal to send means for the message. WeChat takes the grant only when it sends, so a value it does not like
 * costs nothing; 43101 says that there was none to take.
 */
export function wechatOutcome(error: unknown): Outcome {
  // Anything else is an accident of ours: the job fails, and what became of the call is unknown.
  if (!(error instanceof WechatError)) throw error
  const reason = reasons[error.kind]?.(error) ?? `微信返回 ${error.errcode}`
  switch (error.kind) {
    case 'refused':
    case 'unknown-user':
    case 'blocked':
      return { result: 'refused', reason, spent: true }
    case 'bad-value':
    case 'code-invalid':
      return { result: 'refused', reason, spent: false }
    default:
      return { result: 'later', reason, unknown: error.mayHaveHappened }
  }
}

const reasons: Partial<Record<WechatError['kind'], (error: WechatError) => string>> = {
  refused: () => '用户已取消订阅（43101）',
  'unknown-user': () => '微信不认识该用户',
  'bad-value': ({ errcode, message }) => `内容不被微信接受（${errcode}${fieldIn(message)}）`,
  quota: ({ errcode }) => `微信调用超限（${errcode}）`,
  busy: () => '微信系统繁忙（-1）',
  'token-invalid': ({ errcode }) => `微信凭证失效（${errcode}）`,
  misconfigured: ({ errcode }) => `微信账号配置有误（${errcode}）`,
  unavailable: ({ mayHaveHappened }) => (mayHaveHappened ? '微信没有答复，是否送达不明' : '微信无法连接'),
}

function fieldIn(message: string): string {
  const field = /data\.(\w+)\.value/.exec(message)?.[1]
  return field ? ` ${field}` : ''
}

/** A text message the gateway did not answer for may arrive twice; that is better than not at all. */
export function smsOutcome(error: unknown): Outcome {
  if (!(error instanceof SmsError)) throw error
  return ofCall(error)
}

/** Mail is sent again under the same Message-ID; programs that look at it show it once. */
export function mailOutcome(error: unknown): Outcome {
  if (!(error instanceof MailError)) throw error
  return ofCall(error)
}

/** A group chat that did not answer may read the same twice. */
export function robotOutcome(error: unknown): Outcome {
  if (!(error instanceof RobotError)) throw error
  return ofCall(error)
}

function ofCall({ message, passing }: { message: string; passing: boolean }): Outcome {
  return passing ? { result: 'later', reason: message, unknown: false } : { result: 'refused', reason: message, spent: false }
}
