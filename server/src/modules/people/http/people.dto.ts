import { ApiProperty } from '@nestjs/swagger'
import { permissions, skills, type Permission, type Skill } from '@yinuo/contracts'
import { Line, Matching, NestedList, Password, SomeOf, Text, Uuid, Version, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, listOf, text, truth, whole } from '../../../platform/http/shapes.ts'

export class StaffQuery extends PageQuery {
  @Uuid('小区', { optional: true }) communityId?: string
  @Line('搜索内容', { max: 40, optional: true }) query?: string
}

export class StaffPost {
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(id) postId!: string
  @ApiProperty(text) postName!: string
}

export class StaffRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) phoneMasked!: string
  @ApiProperty(text) login!: string
  @ApiProperty(truth) active!: boolean
  @ApiProperty(listOf(StaffPost)) posts!: StaffPost[]
  @ApiProperty(listOf(code(skills, 'Skill'))) skills!: Skill[]
  @ApiProperty(listOf(id)) onDutyIn!: string[]
  @ApiProperty(whole) version!: number
}
export class StaffPage extends PageOf(StaffRow) {}

export class PostHeld {
  @Uuid('小区') communityId!: string
  @Uuid('岗位') postId!: string
}

/** A member of staff as the office writes them down; `version` when changing one. */
export class StaffDraft {
  @Line('姓名', { max: 40 }) name!: string
  /** The masked number as the list shows it leaves the number as it is. */
  @Matching(
    /^(1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?|[\d-]{2,5}\*{4}\d{2,4})$/,
    '请填写正确的手机号：11 位手机号，或带区号的座机号。',
  )
  phone!: string
  @Matching(/^[A-Za-z][\w.-]{1,39}$/, '请填写账号：字母开头，2–40 位字母、数字、点、横线或下划线。') login!: string
  @Password('密码', { min: 8, max: 200, optional: true }) password?: string
  @YesNo('在职') active!: boolean
  @NestedList(() => PostHeld, '任职小区与岗位', { max: 50 }) posts!: PostHeld[]
  @SomeOf(skills, 'Skill', '资质') skills!: Skill[]
  @Version({ optional: true }) version?: number
}

export class PostRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) code!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) duties!: string
  @ApiProperty(listOf(code(permissions, 'Permission'))) permissions!: Permission[]
  @ApiProperty(whole) holders!: number
  @ApiProperty(whole) version!: number
}

export class PostDraft {
  @Line('岗位名称', { max: 40 }) name!: string
  @Text('岗位职责', { min: 0, max: 1000 }) duties!: string
  @SomeOf(permissions, 'Permission', '岗位权限') permissions!: Permission[]
  @Version({ optional: true }) version?: number
}
