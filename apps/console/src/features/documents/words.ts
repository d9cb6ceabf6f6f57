import type { DocumentRow } from '@yinuo/contracts'

/** "1.2 MB" */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** The nearer of a document's two days, in words. */
export function dayText({ validUntil, reviewBy }: Pick<DocumentRow, 'validUntil' | 'reviewBy'>): string {
  if (validUntil && (!reviewBy || validUntil <= reviewBy)) return `有效期至 ${validUntil}`
  return reviewBy ? `${reviewBy} 复核` : '长期有效'
}
