interface Words {
  title: string
  body: string
  /** who speaks: the community */
  from: string
}

/** A message as a mail. The page is ours; words of people are put into it as words. */
export function mailOf({ title, body, from }: Words): { subject: string; text: string; html: string } {
  const foot = '这封邮件由系统发出，请勿回复。要改变接收方式，请打开小程序“我的 → 消息设置”。'
  const lines = body.split('\n').map(escaped).join('<br>')
  return {
    subject: `【${from}】${title}`.replace(/\s+/g, ' '),
    text: `${title}\n\n${body}\n\n—— ${from}\n${foot}\n`,
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px;background:#F5F7F6;font-family:sans-serif;color:#1B2420">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#FFFFFF;border-radius:8px">
<p style="margin:0 0 12px;color:#0F6B57;font-size:18px;font-weight:bold">${escaped(title)}</p>
<p style="margin:0 0 20px;font-size:15px;line-height:1.7">${lines}</p>
<p style="margin:0;color:#5E6B66;font-size:13px">${escaped(from)}</p>
</div><p style="max-width:560px;margin:12px auto 0;color:#5E6B66;font-size:12px">${foot}</p></body></html>`,
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => entities[character]!)
}
