import type { DocumentRow } from '@yinuo/contracts'

const documents = ['pdf', 'docx', 'xlsx', 'pptx'] as const

/** What the phone does with a file of this kind: WeChat opens PDF and office files as what they are named, and no others. */
export function howToOpen(ending: string): 'picture' | (typeof documents)[number] | null {
  if (['jpg', 'jpeg', 'png', 'webp'].includes(ending)) return 'picture'
  return documents.find((each) => each === ending) ?? null
}

/** The day of a document that comes first. */
export function dayWords({ validUntil, reviewBy }: Pick<DocumentRow, 'validUntil' | 'reviewBy'>): string {
  if (validUntil && (!reviewBy || validUntil <= reviewBy)) return `有效期至 ${validUntil}`
  return reviewBy ? `${reviewBy} 复核` : ''
}
