import type { AreaOfWork, Certificate, Permission, PostDraft } from '@yinuo/contracts'

/** A post with its whole description (岗位说明书). */
export interface DescribedPost {
  name: string
  duties: string
  work: string
  authority: string
  responsibility: string
  qualification: string
  certificates: Certificate[]
  answersFor: AreaOfWork[]
  permissions: Permission[]
}

export const POST_COLUMNS = [
  'name',
  'duties',
  'work',
  'authority',
  'responsibility',
  'qualification',
  'certificates',
  'answers_for',
  'permissions',
] as const

/** The values of POST_COLUMNS, in their order. */
export const postValues = (post: DescribedPost): unknown[] => [
  post.name,
  post.duties,
  post.work,
  post.authority,
  post.responsibility,
  post.qualification,
  post.certificates,
  post.answersFor,
  post.permissions,
]

export const describedPost = (draft: PostDraft): DescribedPost => ({
  name: draft.name,
  duties: draft.duties,
  work: draft.work,
  authority: draft.authority,
  responsibility: draft.responsibility,
  qualification: draft.qualification,
  certificates: draft.certificates,
  answersFor: draft.answersFor,
  permissions: draft.permissions,
})
