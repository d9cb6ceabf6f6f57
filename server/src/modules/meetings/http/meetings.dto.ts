import { ApiProperty } from '@nestjs/swagger'
import {
  attendanceWays,
  meetingKinds,
  meetingLimits as limits,
  meetingPromises,
  meetingStates,
  participantFilters,
  pointStates,
  type AttendanceWay,
  type MeetingKind,
  type MeetingPromise,
  type MeetingState,
  type ParticipantFilter,
  type PointState,
} from '@yinuo/contracts'
import {
  Instant,
  Line,
  Lines,
  Nested,
  OneOf,
  Switch,
  Text,
  Uuid,
  Uuids,
  Version,
  Whole,
  YesNo,
} from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const kind = code(meetingKinds, 'MeetingKind')
const state = code(meetingStates, 'MeetingState')
const promise = code(meetingPromises, 'MeetingPromise')

/** The whole community, or some of its buildings. */
export class MeetingAudience {
  @YesNo('全小区') whole!: boolean
  @Uuids('楼栋', { max: limits.buildings }) buildingIds!: string[]
}

export class MeetingDraft {
  @OneOf(meetingKinds, 'MeetingKind', '会议类型') kind!: MeetingKind
  @Line('名称', { max: limits.title }) title!: string
  /** may be left empty until it is announced */
  @Line('地点', { max: limits.place, min: 0 }) place!: string
  @Instant('开始时间') startsAt!: string
  @Instant('结束时间') endsAt!: string
  @Lines('议程', { max: limits.agenda, longest: limits.agendaLine }) agenda!: string[]
  @Nested(() => MeetingAudience, '参加范围') audience!: MeetingAudience
  @Whole('每段分钟数', { ...limits.slotMinutes, optional: true }) slotMinutes?: number
  @Whole('每段人数', { ...limits.slotCapacity, optional: true }) slotCapacity?: number
}

export class EditedMeeting extends MeetingDraft {
  @Version() version!: number
}

export class SeenMeeting {
  @Version() version!: number
}

export class MeetingReason {
  @Text('原因', { max: 200 }) reason!: string
  @Version() version!: number
}

export class MinutesDraft {
  @Text('纪要', { max: limits.minutes }) minutes!: string
  @Version() version!: number
}

export class MinutesCorrection extends MinutesDraft {
  @Line('更正说明', { max: limits.note }) note!: string
}

export class MeetingQuery extends PageQuery {
  @OneOf(meetingKinds, 'MeetingKind', '会议类型', { optional: true }) kind?: MeetingKind
  @OneOf(meetingStates, 'MeetingState', '会议状态', { optional: true }) state?: MeetingState
  @Switch('有问题待答复') unanswered?: boolean
  @Line('搜索内容', { max: 60, optional: true }) query?: string
}

export class MeetingRow {
  @ApiProperty(id) id!: string
  @ApiProperty(kind) kind!: MeetingKind
  @ApiProperty(text) title!: string
  @ApiProperty(text) place!: string
  @ApiProperty(instant) startsAt!: string
  @ApiProperty(instant) endsAt!: string
  @ApiProperty(state) state!: MeetingState
  @ApiProperty(text) audienceText!: string
  /** the promise of the standard it was drafted for, and until when */
  @ApiProperty(orNull(promise)) promised!: MeetingPromise | null
  @ApiProperty(orNull(day)) dueOn!: string | null
  /** its time has passed, and nobody has said that it was held */
  @ApiProperty(truth) overdue!: boolean
  @ApiProperty(whole) booked!: number
  @ApiProperty(whole) attended!: number
  @ApiProperty(whole) points!: number
  @ApiProperty(whole) unanswered!: number
  /** minutes published and every point answered */
  @ApiProperty(truth) finished!: boolean
}
export class MeetingPage extends PageOf(MeetingRow) {}

export class MeetingSlot {
  @ApiProperty(instant) at!: string
  @ApiProperty(whole) capacity!: number
  @ApiProperty(whole) taken!: number
}

export class MeetingMinutes {
  @ApiProperty(whole) number!: number
  @ApiProperty(text) text!: string
  @ApiProperty(text) note!: string
  @ApiProperty(text) writtenByName!: string
  @ApiProperty(instant) at!: string
}

export class FollowedCase {
  @ApiProperty(code({ complaint: '投诉建议', repair: '报修' }, 'FollowedKind')) kind!: 'complaint' | 'repair'
  @ApiProperty(text) state!: string
}

class PointFacts {
  @ApiProperty(id) id!: string
  @ApiProperty(text) text!: string
  @ApiProperty(code(pointStates, 'PointState')) state!: PointState
  @ApiProperty(orNull(text)) answer!: string | null
  @ApiProperty(orNull(instant)) answeredAt!: string | null
  @ApiProperty(orNull(one(FollowedCase))) followed!: FollowedCase | null
  @ApiProperty(orNull(id)) caseId!: string | null
  @ApiProperty(orNull(text)) result!: string | null
}

export class MeetingPoint extends PointFacts {
  @ApiProperty(orNull(text)) raisedByName!: string | null
  @ApiProperty(orNull(id)) raisedById!: string | null
  @ApiProperty(orNull(text)) answeredByName!: string | null
  @ApiProperty(orNull(text)) caseNumber!: string | null
  @ApiProperty(whole) version!: number
}

export class MeetingTopic {
  @ApiProperty(id) bookingId!: string
  @ApiProperty(text) text!: string
  @ApiProperty(text) residentName!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(orNull(instant)) slotAt!: string | null
}

export class MeetingView extends MeetingRow {
  @ApiProperty(listOf(text)) agenda!: string[]
  @ApiProperty(one(MeetingAudience)) audience!: MeetingAudience
  @ApiProperty(orNull(whole)) slotMinutes!: number | null
  @ApiProperty(orNull(whole)) slotCapacity!: number | null
  @ApiProperty(listOf(MeetingSlot)) slots!: MeetingSlot[]
  @ApiProperty(orNull(text)) cancelledBecause!: string | null
  @ApiProperty(text) minutes!: string
  @ApiProperty(listOf(MeetingMinutes)) editions!: MeetingMinutes[]
  @ApiProperty(listOf(MeetingPoint)) raised!: MeetingPoint[]
  /** what those who booked want to talk about */
  @ApiProperty(listOf(MeetingTopic)) topics!: MeetingTopic[]
  @ApiProperty(orNull(text)) plannedByName!: string | null
  @ApiProperty(truth) hasCode!: boolean
  @ApiProperty(whole) version!: number
}

class NextMeeting {
  @ApiProperty(id) id!: string
  @ApiProperty(text) title!: string
  @ApiProperty(instant) startsAt!: string
  @ApiProperty(state) state!: MeetingState
}

export class PromisedMeeting {
  @ApiProperty(promise) promised!: MeetingPromise
  @ApiProperty(whole) everyMonths!: number
  /** the last day on which the standard is kept */
  @ApiProperty(day) dueOn!: string
  @ApiProperty(truth) late!: boolean
  @ApiProperty(orNull(instant)) lastHeldAt!: string | null
  @ApiProperty(orNull(one(NextMeeting))) next!: NextMeeting | null
}

export class MeetingSchedule {
  @ApiProperty(listOf(PromisedMeeting)) promises!: PromisedMeeting[]
  @ApiProperty(whole) unanswered!: number
}

export class ParticipantQuery extends PageQuery {
  @OneOf(participantFilters, 'ParticipantFilter', '参加情况', { optional: true }) filter?: ParticipantFilter
}

export class ParticipantExportQuery extends ParticipantQuery {
  @Uuid('会议') meetingId!: string
}

export class MeetingParticipant {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(orNull(id)) bookingId!: string | null
  @ApiProperty(orNull(instant)) slotAt!: string | null
  @ApiProperty(text) topic!: string
  @ApiProperty(orNull(text)) bookedByName!: string | null
  @ApiProperty(orNull(instant)) attendedAt!: string | null
  @ApiProperty(orNull(code(attendanceWays, 'AttendanceWay'))) way!: AttendanceWay | null
}
export class MeetingParticipantPage extends PageOf(MeetingParticipant) {}

export class MeetingCode {
  @ApiProperty(text) picture!: string
  @ApiProperty(instant) from!: string
  @ApiProperty(instant) until!: string
}
