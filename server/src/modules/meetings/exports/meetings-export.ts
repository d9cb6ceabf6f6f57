import { meetingKinds, meetingStates } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { MeetingQuery, type MeetingRow } from '../http/meetings.dto.ts'
import { listMeetings } from '../queries/list-meetings.ts'

export const meetingsExport: ExportableList<MeetingQuery, MeetingRow> = {
  permission: 'meetings.read',
  ofCommunity: true,
  filter: MeetingQuery,
  columns: [
    { title: '名称', width: 36, cell: (meeting) => meeting.title },
    { title: '类型', width: 14, cell: (meeting) => meetingKinds[meeting.kind] },
    { title: '状态', width: 14, cell: (meeting) => meetingStates[meeting.state] },
    { title: '开始', width: 20, kind: 'instant', cell: (meeting) => meeting.startsAt },
    { title: '地点', width: 24, cell: (meeting) => meeting.place },
    { title: '范围', width: 24, cell: (meeting) => meeting.audienceText },
    { title: '标准最迟', width: 12, kind: 'day', cell: (meeting) => meeting.dueOn },
    { title: '预约', width: 8, kind: 'number', cell: (meeting) => meeting.booked },
    { title: '到场', width: 8, kind: 'number', cell: (meeting) => meeting.attended },
    { title: '问题', width: 8, kind: 'number', cell: (meeting) => meeting.points },
    { title: '未答复', width: 8, kind: 'number', cell: (meeting) => meeting.unanswered },
  ],
  page: ({ database, act, communityId }, filter) => listMeetings(database, act, communityId, filter),
}
