import { ApiProperty } from '@nestjs/swagger'
import {
  meetingKinds,
  meetingLimits as limits,
  meetingStates,
  pointStates,
  type MeetingKind,
  type MeetingState,
  type PointState,
} from '@yinuo/contracts'
import { Instant, Text, Token, Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { FollowedCase, MeetingMinutes } from './meetings.dto.ts'

export class OwnMeetingsQuery extends PageQuery {
  @Uuid('小区', { optional: true }) communityId?: string
}

export class OwnBooking {
  @ApiProperty(orNull(instant)) slotAt!: string | null
  @ApiProperty(text) topic!: string
  @ApiProperty(text) unitLabel!: string
}

export class OwnMeetingRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(code(meetingKinds, 'MeetingKind')) kind!: MeetingKind
  @ApiProperty(text) title!: string
  @ApiProperty(text) place!: string
  @ApiProperty(instant) startsAt!: string
  @ApiProperty(instant) endsAt!: string
  @ApiProperty(code(meetingStates, 'MeetingState')) state!: MeetingState
  @ApiProperty(truth) corrected!: boolean
  @ApiProperty(orNull(one(OwnBooking))) booking!: OwnBooking | null
  @ApiProperty(orNull(instant)) attendedAt!: string | null
  @ApiProperty(whole) points!: number
  @ApiProperty(whole) unanswered!: number
}
export class OwnMeetingPage extends PageOf(OwnMeetingRow) {}

export class FreeSlot {
  @ApiProperty(instant) at!: string
  @ApiProperty(whole) free!: number
}

/** A point that was raised; how its case went is told to who raised it. */
export class OwnPoint {
  @ApiProperty(id) id!: string
  @ApiProperty(text) text!: string
  @ApiProperty(code(pointStates, 'PointState')) state!: PointState
  @ApiProperty(orNull(text)) answer!: string | null
  @ApiProperty(orNull(instant)) answeredAt!: string | null
  @ApiProperty(orNull(one(FollowedCase))) followed!: FollowedCase | null
  @ApiProperty(truth) mine!: boolean
  @ApiProperty(orNull(id)) caseId!: string | null
  @ApiProperty(orNull(text)) result!: string | null
}

export class OwnMeeting extends OwnMeetingRow {
  @ApiProperty(text) communityName!: string
  @ApiProperty(listOf(text)) agenda!: string[]
  @ApiProperty(orNull(text)) cancelledBecause!: string | null
  @ApiProperty(truth) mayBook!: boolean
  @ApiProperty(listOf(FreeSlot)) slots!: FreeSlot[]
  @ApiProperty(listOf(MeetingMinutes)) editions!: MeetingMinutes[]
  @ApiProperty(listOf(OwnPoint)) raised!: OwnPoint[]
}

export class BookMeeting {
  @Uuid('房屋', { optional: true }) unitId?: string
  @Instant('时段', { optional: true }) slotAt?: string
  @Text('想谈的事', { max: limits.topic, optional: true }) topic?: string
}

export class CheckIn {
  @Token('签到码', { max: 64 }) code!: string
}

export class CheckedIn {
  @ApiProperty(id) meetingId!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) title!: string
}
