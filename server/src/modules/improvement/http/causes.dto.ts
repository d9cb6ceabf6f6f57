import { ApiProperty, IntersectionType } from '@nestjs/swagger'
import {
  causeKinds,
  improvementLimits,
  postCodes,
  repeatRules,
  type CauseKind,
  type PostCode,
  type RepeatRule,
} from '@yinuo/contracts'
import { Day, Line, NestedList, OneOf, Switch, Text, Token, Uuid, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, number, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const kind = code(causeKinds, 'CauseKind')
const rule = code(repeatRules, 'RepeatRule')

export class CauseQuery {
  @OneOf(causeKinds, 'CauseKind', '类型', { optional: true }) kind?: CauseKind
  @Switch('含已停用') retired?: boolean
}

export class NewCause {
  @OneOf(causeKinds, 'CauseKind', '类型') kind!: CauseKind
  /** A category of the kind; left out: any. */
  @Token('分类', { max: 40, optional: true }) category?: string
  @Line('原因名称', { max: improvementLimits.causeName }) name!: string
  /** For every community of the company, not this one alone. */
  @YesNo('全公司') companyWide!: boolean
}

export class EditedCause {
  @Line('原因名称', { max: improvementLimits.causeName }) name!: string
  @YesNo('停用') retired!: boolean
  @Version() version!: number
}

export class Cause {
  @ApiProperty(id) id!: string
  @ApiProperty(kind) kind!: CauseKind
  @ApiProperty(orNull(text)) category!: string | null
  @ApiProperty(text) name!: string
  @ApiProperty(truth) companyWide!: boolean
  @ApiProperty(truth) retired!: boolean
  /** cases of this community that name it */
  @ApiProperty(whole) cases!: number
  @ApiProperty(whole) version!: number
}

export class Causes {
  @ApiProperty(listOf(Cause)) items!: Cause[]
  @ApiProperty(truth) editsCompanyWide!: boolean
}

export class CauseOption {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  /** for cases of this category above all */
  @ApiProperty(truth) fitting!: boolean
}

export class NamedCause {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) note!: string
  @ApiProperty(text) namedByName!: string
  @ApiProperty(instant) namedAt!: string
}

/** The root cause of one case, and which could be named. */
export class CaseCause {
  @ApiProperty(orNull(one(NamedCause))) cause!: NamedCause | null
  @ApiProperty(truth) mayName!: boolean
  @ApiProperty(listOf(CauseOption)) options!: CauseOption[]
}

export class NameCause {
  @Uuid('原因') causeId!: string
  @Text('补充说明', { max: improvementLimits.note, optional: true }) note?: string
}

export class AnalysisQuery {
  @Day('开始日期') from!: string
  @Day('结束日期') until!: string
  @OneOf(causeKinds, 'CauseKind', '类型', { optional: true }) kind?: CauseKind
  @OneOf(postCodes, 'PostCode', '责任部门', { optional: true }) department?: PostCode
  @Uuid('楼栋', { optional: true }) buildingId?: string
}

export class CauseCount {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(kind) kind!: CauseKind
  @ApiProperty(orNull(text)) category!: string | null
  @ApiProperty(truth) retired!: boolean
  @ApiProperty(whole) cases!: number
  /** percent, one decimal; together 100 */
  @ApiProperty(number) share!: number
  @ApiProperty(number) cumulative!: number
}

export class CauseAnalysis {
  /** cases that are over, with and without a named cause */
  @ApiProperty(whole) cases!: number
  @ApiProperty(whole) named!: number
  @ApiProperty(listOf(CauseCount)) items!: CauseCount[]
}

/** The same as a workbook asks for it. */
export class AnalysisExportQuery extends IntersectionType(AnalysisQuery, PageQuery) {}

export class CauseCaseQuery extends AnalysisExportQuery {
  @Uuid('原因') causeId!: string
}

export class CauseCase {
  @ApiProperty(id) id!: string
  @ApiProperty(kind) kind!: CauseKind
  @ApiProperty(text) number!: string
  @ApiProperty(text) category!: string
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(text) description!: string
  @ApiProperty(text) note!: string
  @ApiProperty(instant) reportedAt!: string
}
export class CauseCasePage extends PageOf(CauseCase) {}

export class RepeatLimit {
  @OneOf(repeatRules, 'RepeatRule', '规则') rule!: RepeatRule
  @Whole('件数', { min: 2, max: 100 }) cases!: number
  @Whole('天数', { min: 1, max: 365 }) days!: number
}

export class RepeatRules {
  @NestedList(() => RepeatLimit, '规则', { min: 3, max: 3 }) rules!: RepeatLimit[]
}

export { kind as causeKindShape, rule as repeatRuleShape }
