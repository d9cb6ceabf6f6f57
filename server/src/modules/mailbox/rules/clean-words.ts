const BREAKS = /\r\n?|[\u2028\u2029]/g
/** What cannot be shown, and what turns the direction of text round to make it look like other text. */
const UNSHOWN = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu

/** Text of a stranger as it may be kept and shown: many lines, at most so many characters. */
export function cleanText(text: string, most: number): string {
  const clean = text
    .toWellFormed()
    .replace(BREAKS, '\n')
    .replace(UNSHOWN, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return cut(clean, most)
}

/** The same on one line. */
export function cleanLine(text: string, most: number): string {
  return cut(text.toWellFormed().replace(BREAKS, ' ').replace(UNSHOWN, '').replace(/\s+/g, ' ').trim(), most)
}

/** Never in the middle of a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}

export const REPLY_ABOVE = '—— 请在此行上方回复 ——'
const QUOTED = [
  /^>/,
  /^-{2,}\s*(原始邮件|Original Message|转发邮件|Forwarded message)/i,
  /^在.{4,120}写道：?$/,
  /^On .{6,160} wrote:$/,
]

/** What somebody wrote anew, without the mail they answer. */
export function withoutQuote(text: string): string {
  const above = text.split(REPLY_ABOVE)[0]!
  const lines = above.split('\n')
  const end = lines.findIndex((line) => QUOTED.some((quote) => quote.test(line.trim())))
  const own = lines.slice(0, end === -1 ? undefined : end)
  return own.join('\n').replace(/>\s*$/, '').trim()
}
