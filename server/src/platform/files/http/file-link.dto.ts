import { Matching, OneOf, Token, Uuid } from '../../http/fields.ts'
import type { Variant } from '../rules/link.ts'

const variants = { original: '原件', thumbnail: '缩略图' } as const

/** The part of a file's link that proves it was given out by us. */
export class FileLinkQuery {
  @Uuid('小区') community!: string
  @OneOf(variants, 'FileVariant', '大小') variant!: Variant
  @Uuid('会话', { optional: true }) session?: string
  @Matching(/^\d{1,11}$/, '链接不完整，请返回后重新打开。') expires!: string
  @Token('签名', { max: 100 }) signature!: string
}
