import { ApiProperty } from '@nestjs/swagger'
import {
  areasOfWork,
  certificates,
  permissions,
  postCodes,
  type AreaOfWork,
  type Certificate,
  type Permission,
  type PostCode,
} from '@yinuo/contracts'
import { Line, SomeOf, Text, Version } from '../../../platform/http/fields.ts'
import { code, id, listOf, text, truth, whole } from '../../../platform/http/shapes.ts'
import { StaffPost } from './people.dto.ts'

/** What stands in the description of a post (岗位说明书). */
export class PostDescription {
  @ApiProperty(text) name!: string
  @ApiProperty(text) duties!: string
  @ApiProperty(text) work!: string
  @ApiProperty(text) authority!: string
  @ApiProperty(text) responsibility!: string
  @ApiProperty(text) qualification!: string
  @ApiProperty(listOf(code(certificates, 'Certificate'))) certificates!: Certificate[]
  @ApiProperty(listOf(code(areasOfWork, 'AreaOfWork'))) answersFor!: AreaOfWork[]
}

export class PostRow extends PostDescription {
  @ApiProperty(id) id!: string
  @ApiProperty(text) code!: string
  @ApiProperty(listOf(code(permissions, 'Permission'))) permissions!: Permission[]
  @ApiProperty(whole) holders!: number
  @ApiProperty(whole) version!: number
}

/** A post with its whole description; `version` when changing one. */
export class PostDraft {
  @Line('岗位名称', { max: 40 }) name!: string
  @Text('一句话职责', { min: 0, max: 1000 }) duties!: string
  @Text('工作内容', { min: 0, max: 4000 }) work!: string
  @Text('职权', { min: 0, max: 4000 }) authority!: string
  @Text('职责', { min: 0, max: 4000 }) responsibility!: string
  @Text('任职资格', { min: 0, max: 4000 }) qualification!: string
  @SomeOf(certificates, 'Certificate', '需要的证书') certificates!: Certificate[]
  @SomeOf(areasOfWork, 'AreaOfWork', '负责的工作') answersFor!: AreaOfWork[]
  @SomeOf(permissions, 'Permission', '岗位权限') permissions!: Permission[]
  @Version({ optional: true }) version?: number
}

/** What the ready-made posts would add to the company's own: whole posts, and texts nobody has written yet. */
export class TemplateGap {
  @ApiProperty(text) code!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) duties!: string
  /** The company has no such post; otherwise only what is empty is filled. */
  @ApiProperty(truth) missing!: boolean
}

export class PostHolder {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(truth) onDuty!: boolean
}

export class ResponsiblePost {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  /** Who holds it in this community. */
  @ApiProperty(listOf(PostHolder)) holders!: PostHolder[]
}

export class FillFromTemplates {
  @SomeOf(postCodes, 'PostCode', '岗位', { min: 1 }) codes!: PostCode[]
}

export class Responsibility {
  @ApiProperty(code(areasOfWork, 'AreaOfWork')) area!: AreaOfWork
  @ApiProperty(listOf(ResponsiblePost)) posts!: ResponsiblePost[]
}

/** A post of the caller's own. */
export class MyPost extends StaffPost {
  @ApiProperty({ type: () => PostDescription }) description!: PostDescription
}
