/** Fen as people write money: ¥1,234.56. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  const rest = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${sign}¥${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`
}

/** What was typed as yuan, in whole fen; rounded the way a till does. */
export const fenOf = (typedYuan: number) => Math.round(typedYuan * 100)
