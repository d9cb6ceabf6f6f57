import { attendanceWays } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { ParticipantExportQuery, type MeetingParticipant } from '../http/meetings.dto.ts'
import { listParticipants } from '../queries/list-participants.ts'

export const participantsExport: ExportableList<ParticipantExportQuery, MeetingParticipant> = {
  permission: 'meetings.read',
  ofCommunity: true,
  filter: ParticipantExportQuery,
  columns: [
    { title: '房屋', width: 24, cell: (who) => who.unitLabel },
    { title: '姓名', width: 14, cell: (who) => who.name },
    { title: '时段', width: 20, kind: 'instant', cell: (who) => who.slotAt },
    { title: '想谈的事', width: 50, cell: (who) => who.topic },
    { title: '预约', width: 10, cell: (who) => (who.bookingId ? (who.bookedByName ? `前台 ${who.bookedByName}` : '本人') : '') },
    { title: '到场时间', width: 20, kind: 'instant', cell: (who) => who.attendedAt },
    { title: '签到方式', width: 12, cell: (who) => who.way && attendanceWays[who.way] },
  ],
  page: ({ database, act, communityId }, { meetingId, ...filter }) =>
    listParticipants(database, act, communityId, meetingId, filter),
}
