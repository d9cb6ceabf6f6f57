import type { Responsibility } from '@yinuo/contracts'

/** What an area of work lacks: a post that answers for it, or anybody here who holds one. */
export function lackOf({ posts }: Responsibility): 'post' | 'holder' | null {
  if (posts.length === 0) return 'post'
  return posts.some(({ holders }) => holders.length > 0) ? null : 'holder'
}
