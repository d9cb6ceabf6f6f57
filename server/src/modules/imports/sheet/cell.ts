/** What a cell holds, as text; or why it cannot be taken. */
export type Cell = { text: string } | { fault: string }

export const LONGEST_CELL = 200

/** Reads the value of a cell as the spreadsheet library gives it. Only what is written counts, not what is computed. */
export function readCell(value: unknown): Cell {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return asText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? asText(String(value)) : { fault: '不是有效的数字' }
  if (typeof value === 'boolean') return { fault: '是“真/假”值，请填写文字' }
  if (value instanceof Date) return dayOf(value)
  return readComposite(value as Record<string, unknown>)
}

function readComposite(value: Record<string, unknown>): Cell {
  if ('formula' in value || 'sharedFormula' in value) return { fault: '是公式，请改为填写计算后的内容' }
  if ('error' in value) return { fault: `是错误值 ${String(value.error)}，请修正` }
  if (Array.isArray(value.richText)) return asText(value.richText.map((part: { text?: string }) => part.text ?? '').join(''))
  if ('text' in value) return readCell(value.text)
  return { fault: '无法识别，请改为填写文字' }
}

function asText(text: string): Cell {
  const tidy = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .trim()
  if ([...tidy].length > LONGEST_CELL) return { fault: `太长，不超过 ${LONGEST_CELL} 个字` }
  if (!tidy.isWellFormed() || /[\u0000-\u001f\u007f\u2028\u2029]/.test(tidy)) return { fault: '含有换行或无法显示的字符' }
  return { text: tidy }
}

/** A date cell is a day without a place: midnight in UTC. */
function dayOf(date: Date): Cell {
  return Number.isNaN(date.getTime()) ? { fault: '不是有效的日期' } : { text: date.toISOString().slice(0, 10) }
}
