const YUAN = /^(-?)(\d{1,12})(?:\.(\d{1,5}))?$/

/** An amount in yuan as WeChat writes it, in thousandths of a fen; null when it is none. */
export function milOfYuan(text: string): number | null {
  const [, sign, whole, places = ''] = YUAN.exec(text) ?? []
  if (whole === undefined) return null
  const mil = Number(whole + places.padEnd(5, '0'))
  if (!Number.isSafeInteger(mil)) return null
  return sign && mil !== 0 ? -mil : mil
}

/** In fen; null when it is none, or not of whole fen. */
export function fenOfYuan(text: string): number | null {
  const mil = milOfYuan(text)
  return mil === null || mil % 1000 !== 0 ? null : mil / 1000
}
