import { ApiProperty } from '@nestjs/swagger'
import { postScopes, skills, staffStandings, type PostScope, type Skill, type StaffStanding } from '@yinuo/contracts'
import {
  Line,
  Matching,
  NestedList,
  OneOf,
  Password,
  SomeOf,
  Uuid,
  Uuids,
  Version,
  YesNo,
} from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

export class StaffQuery extends PageQuery {
  @Uuid('小区', { optional: true }) communityId?: string
  @Line('搜索内容', { max: 40, optional: true }) query?: string
  @Uuid('岗位', { optional: true }) postId?: string
  @OneOf(postScopes, 'PostScope', '管辖范围', { optional: true }) scope?: PostScope
  /** Left out: everybody employed. */
  @OneOf(staffStandings, 'StaffStanding', '状态', { optional: true }) standing?: StaffStanding
}

export class NamedBuilding {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

/** A post somebody holds, and how far it reaches. */
export class StaffPost {
  @ApiProperty(id) postId!: string
  @ApiProperty(text) postName!: string
  @ApiProperty(code(postScopes, 'PostScope')) scope!: PostScope
  @ApiProperty(orNull(id)) communityId!: string | null
  @ApiProperty(orNull(text)) communityName!: string | null
  @ApiProperty(orNull(id)) regionId!: string | null
  @ApiProperty(orNull(text)) regionName!: string | null
  /** Empty: the whole community. */
  @ApiProperty(listOf(NamedBuilding)) buildings!: NamedBuilding[]
}

export class StaffRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) phoneMasked!: string
  @ApiProperty(text) login!: string
  @ApiProperty(truth) active!: boolean
  @ApiProperty(orNull(day)) leftOn!: string | null
  @ApiProperty(listOf(StaffPost)) posts!: StaffPost[]
  @ApiProperty(listOf(code(skills, 'Skill'))) skills!: Skill[]
  @ApiProperty(listOf(id)) onDutyIn!: string[]
  @ApiProperty(whole) version!: number
}
export class StaffPage extends PageOf(StaffRow) {}

/** A post to be held: in a community (or some of its buildings), a region, or the whole company. */
export class PostHeld {
  @Uuid('岗位') postId!: string
  @OneOf(postScopes, 'PostScope', '管辖范围') scope!: PostScope
  @Uuid('小区', { optional: true }) communityId?: string
  @Uuids('楼栋', { max: 200, optional: true }) buildingIds?: string[]
  @Uuid('区域', { optional: true }) regionId?: string
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
  @NestedList(() => PostHeld, '岗位与管辖范围', { max: 50 }) posts!: PostHeld[]
  @SomeOf(skills, 'Skill', '资质') skills!: Skill[]
  @Version({ optional: true }) version?: number
}
