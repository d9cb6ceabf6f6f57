const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** An amount as it is written on receipts: 壹仟贰佰叁拾肆元伍角陆分, 壹佰元整. */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`${fen} is not a whole number of fen`)
  const yuan = Math.floor(Math.abs(fen) / 100)
  const [jiao, rest] = [Math.floor(Math.abs(fen) / 10) % 10, Math.abs(fen) % 10]
  const sign = fen < 0 ? '负' : ''
  if (yuan === 0 && jiao === 0 && rest === 0) return '零元整'
  const whole = yuan === 0 ? '' : `${wholeYuan(yuan)}元`
  if (jiao === 0 && rest === 0) return `${sign}${whole}整`
  // A nought stands between yuan and fen when there are no jiao.
  const tenths = jiao > 0 ? `${digits[jiao]}角` : whole === '' ? '' : '零'
  return `${sign}${whole}${tenths}${rest > 0 ? `${digits[rest]}分` : '整'}`
}

/** Four digits at a time; noughts in a row are said once, those at the end of a group not at all. */
function wholeYuan(yuan: number): string {
  let said = ''
  let nought = false
  for (const [at, group] of fours(yuan)) {
    if (group === 0) {
      nought = said !== ''
      continue
    }
    if (said !== '' && (nought || group < 1000)) said += digits[0]
    said += fourDigits(group) + groups[at]
    nought = false
  }
  return said
}

function fours(yuan: number): [at: number, group: number][] {
  const found: [number, number][] = []
  for (let at = 0, rest = yuan; rest > 0; at++, rest = Math.floor(rest / 10_000)) found.unshift([at, rest % 10_000])
  return found
}

function fourDigits(group: number): string {
  let said = ''
  let nought = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) nought = said !== ''
    else {
      said += `${nought ? digits[0] : ''}${digits[digit]}${places[place]}`
      nought = false
    }
  }
  return said
}
