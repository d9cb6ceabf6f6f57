import type { AreaOfWork, Certificate } from '@yinuo/contracts'

/** The description of a ready-made post (岗位说明书). */
export interface PostDescription {
  work: string
  authority: string
  responsibility: string
  qualification: string
  certificates: Certificate[]
  answersFor: AreaOfWork[]
}

/** One duty to a line, numbered as such papers are. */
export const lines = (...each: string[]) => each.map((line, at) => `${at + 1}. ${line}`).join('\n')
