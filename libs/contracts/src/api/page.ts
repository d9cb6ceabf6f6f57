import type { components } from '../generated/api-types.ts'

export type Problem = components['schemas']['Problem']
/** Every list: `nextCursor` is the `?cursor=` of the next page, `null` on the last. */
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}
