import type { PublicChange } from '@yinuo/contracts'

/** How often it happened before and after, once that has been measured. */
export function figureWords({ figureBefore, figureAfter }: Pick<PublicChange, 'figureBefore' | 'figureAfter'>): string | null {
  if (figureBefore === null || figureAfter === null) return null
  return `同样的问题每 30 天 ${figureBefore} 件 → ${figureAfter} 件`
}
