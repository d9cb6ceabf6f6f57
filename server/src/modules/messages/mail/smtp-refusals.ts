import { MailError } from './mailer.ts'

interface SmtpFailure {
  code?: string
  responseCode?: number
}

/** What people can do something about is said in their words. */
const refusals: Readonly<Record<number, string>> = {
  550: '邮箱不存在或拒收（550）',
  551: '邮箱不存在（551）',
  552: '邮箱已满（552）',
  553: '邮箱地址不正确（553）',
  554: '被对方邮件服务器拒收（554）',
}

/** 4xx passes by itself, 5xx does not; who refuses our name and password refuses every mail, until somebody sets it right. */
export function refusalOf(error: unknown): MailError {
  const { code, responseCode } = error as SmtpFailure
  if (code === 'EAUTH') return new MailError('邮件服务器不接受我们的账号', true)
  if (code === 'ETLS' || code === 'ESOCKET') return new MailError('邮件服务器连接失败（加密）', true)
  if (code === 'EENVELOPE' && responseCode === undefined) return new MailError('邮箱地址不正确', false)
  if (responseCode !== undefined && responseCode >= 500)
    return new MailError(refusals[responseCode] ?? `邮件服务器拒绝（${responseCode}）`, false)
  if (responseCode !== undefined && responseCode >= 400) return new MailError(`邮件服务器请稍后再试（${responseCode}）`, true)
  return new MailError('邮件服务器没有答复', true)
}
