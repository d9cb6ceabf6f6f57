/** What a spreadsheet program takes for the beginning of a formula, also in full width and behind what cannot be seen. */
const beginsFormula = /^[\s\u0000-\u001f\u00a0\u200b-\u200f\u2060\u3000\ufeff]*[=+\-@＝＋－﹣＠]|^[\t\r\n]/

/** More than this a cell cannot hold. */
const LONGEST_CELL = 32_767

/** The text as a cell that calculates nothing, neither here nor when it is saved as CSV and opened again. */
export function inertText(text: string): string {
  const inert = beginsFormula.test(text) ? `'${text}` : text
  return inert.length > LONGEST_CELL ? inert.slice(0, LONGEST_CELL) : inert
}
