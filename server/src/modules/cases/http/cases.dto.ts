import { ApiProperty } from '@nestjs/swagger'
import { clockNames, clockStates, type ClockName, type ClockState } from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { code, id, instant, listOf, orNull, text, whole } from '../../../platform/http/shapes.ts'

export class ClockView {
  @ApiProperty(code(clockNames, 'ClockName')) name!: ClockName
  @ApiProperty(code(clockStates, 'ClockState')) state!: ClockState
  @ApiProperty(instant) startedAt!: string
  @ApiProperty(instant) dueAt!: string
  @ApiProperty(whole) targetMinutes!: number
  @ApiProperty(orNull(instant)) pausedAt!: string | null
  @ApiProperty(orNull(text)) pausedBecause!: string | null
  @ApiProperty(orNull(instant)) stoppedAt!: string | null
  @ApiProperty(orNull(instant)) breachedAt!: string | null
  @ApiProperty(orNull(text)) escalatedTo!: string | null
}

const actorRoles = { resident: '住户', staff: '员工', system: '系统' } as const

/** One entry of the timeline everybody sees; `text` is a Chinese sentence ready to show. */
export class CaseEventView {
  @ApiProperty(id) id!: string
  @ApiProperty(text) kind!: string
  @ApiProperty(instant) at!: string
  @ApiProperty(text) actorName!: string
  @ApiProperty(code(actorRoles, 'ActorRole')) actorRole!: keyof typeof actorRoles
  @ApiProperty(text) text!: string
  @ApiProperty(listOf(FileView)) files!: FileView[]
}
