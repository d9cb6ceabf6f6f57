import { REPLY_ABOVE } from './clean-words.ts'

/** What is answered to a letter as soon as it is in. */
export function acknowledgementText(number: string | null): string {
  const received = number
    ? `您的来信已收到，登记编号 ${number}，我们会在承诺的时限内答复您。`
    : '您的来信已收到，工作人员核实后会与您联系。'
  return `${received}\n这封邮件由系统自动发出，不代表正式答复。急事请拨打服务热线。`
}

interface Answer {
  content: string
  caseNumber: string | null
  isAutomatic: boolean
  /** of the letter; the words of a stranger are not sent on in our name */
  subject: string
  communityName: string
}

export interface AnswerMail {
  subject: string
  text: string
  html: string
}

/** The mail in which an answer goes out. */
export function answerMail({ content, caseNumber, isAutomatic, subject, communityName }: Answer): AnswerMail {
  const number = caseNumber ? ` [${caseNumber}]` : ''
  const title = isAutomatic ? '已收到您的来信' : `Re: ${subject.replace(/^(re|回复|答复)\s*[:：]\s*/i, '') || '您的来信'}`
  const keep = caseNumber ? `需要补充时请直接回复这封邮件，并保留主题中的编号 ${caseNumber}。` : '需要补充时请直接回复这封邮件。'
  const foot = [`${communityName}物业服务中心`, keep]
  const lines = [REPLY_ABOVE, '', ...content.split('\n'), '', ...foot]
  return {
    subject: `${title}${number}`.slice(0, 200),
    text: `${lines.join('\n')}\n`,
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body style="font-family:sans-serif;font-size:15px;line-height:1.7;color:#1B2420">
<p>${lines.map(escaped).join('<br>\n')}</p></body></html>`,
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => entities[character]!)
}
