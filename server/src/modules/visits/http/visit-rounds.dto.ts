import { ApiProperty } from '@nestjs/swagger'
import { visitLimits, visitWays, type VisitWay } from '@yinuo/contracts'
import { Day, OneOf, Uuids } from '../../../platform/http/fields.ts'
import { PageOf } from '../../../platform/http/page.dto.ts'
import { code, day, id, listOf, number, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

export class NewVisitRound {
  @OneOf(visitWays, 'VisitWay', '回访方式') way!: VisitWay
  /** none: the whole community */
  @Uuids('楼栋', { max: visitLimits.buildings }) buildingIds!: string[]
  @Day('结束日期') endsOn!: string
}

export class VisitRoundRow {
  @ApiProperty(id) id!: string
  @ApiProperty(whole) number!: number
  @ApiProperty(day) startsOn!: string
  @ApiProperty(day) endsOn!: string
  @ApiProperty(code(visitWays, 'VisitWay')) way!: VisitWay
  /** none: the whole community */
  @ApiProperty(listOf(text)) buildingNames!: string[]
  /** null: the plan */
  @ApiProperty(orNull(text)) openedByName!: string | null
  @ApiProperty(truth) running!: boolean
  @ApiProperty(whole) total!: number
  @ApiProperty(whole) planned!: number
  @ApiProperty(whole) reached!: number
  @ApiProperty(whole) unreached!: number
  @ApiProperty(whole) declined!: number
  @ApiProperty(whole) missed!: number
  @ApiProperty(whole) late!: number
  @ApiProperty(whole) unassigned!: number
  @ApiProperty(orNull(number)) satisfaction!: number | null
}
export class VisitRoundPage extends PageOf(VisitRoundRow) {}

export class BuildingProgress {
  @ApiProperty(id) buildingId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(whole) total!: number
  @ApiProperty(whole) reached!: number
  @ApiProperty(whole) planned!: number
  @ApiProperty(whole) late!: number
  @ApiProperty(whole) unassigned!: number
}

export class WeekProgress {
  @ApiProperty(day) week!: string
  @ApiProperty(whole) due!: number
  @ApiProperty(whole) reached!: number
  @ApiProperty(whole) others!: number
}

export class VisitRoundView extends VisitRoundRow {
  @ApiProperty(listOf(BuildingProgress)) byBuilding!: BuildingProgress[]
  @ApiProperty(listOf(WeekProgress)) byWeek!: WeekProgress[]
}
