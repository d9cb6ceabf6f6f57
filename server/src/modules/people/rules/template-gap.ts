import type { PostCode } from '@yinuo/contracts'
import type { ReadyMadePost } from '../ready-made-posts.ts'

const texts = ['duties', 'work', 'authority', 'responsibility', 'qualification'] as const

type Filled = Pick<ReadyMadePost, (typeof texts)[number] | 'certificates' | 'answersFor'>

/** A company's post, as far as a ready-made one could fill it. */
export type FillablePost = Filled & { code: string }

export interface Gap {
  template: ReadyMadePost
  missing: boolean
}

/** Where the ready-made posts could add something: a post the company lacks, or a description nobody has begun. */
export function gapsOf(templates: readonly ReadyMadePost[], posts: readonly FillablePost[]): Gap[] {
  return templates.flatMap((template): Gap[] => {
    const post = posts.find(({ code }) => code === template.code)
    if (!post) return [{ template, missing: true }]
    return texts.some((text) => post[text] === '') ? [{ template, missing: false }] : []
  })
}

/** The post with its empty parts filled; what somebody wrote stays. */
export function filledFrom(template: Filled & { code: PostCode }, post: Filled): Filled {
  const filled = { ...post }
  for (const text of texts) filled[text] ||= template[text]
  if (filled.certificates.length === 0) filled.certificates = template.certificates
  if (filled.answersFor.length === 0) filled.answersFor = template.answersFor
  return filled
}
