import { complaintCategories, complaintSorts } from '@yinuo/contracts'
import type { ComplaintRow, Home } from '@yinuo/contracts'
import { openPage } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { Strip } from '../home/needs-me.tsx'

const titles: Partial<Record<ComplaintRow['state'], string>> = {
  proposed: '处理方案请您答复',
  done: '已落实，请您评价',
}
const shownAtMost = 2

/** What waits for my word; who wrote unnamed is told nowhere else. */
export function ComplaintsNeedMe({ home }: { home: Home }) {
  const mine = useRemote(() => call('GET /me/complaints'), [home.unitId], { everySeconds: 60 })
  const waiting = (mine.value?.items ?? []).filter(
    ({ communityId, state }) => communityId === home.communityId && state in titles,
  )
  return (
    <>
      {waiting.slice(0, shownAtMost).map((complaint) => (
        <Strip
          key={complaint.id}
          icon="pencil"
          title={`${complaintSorts[complaint.sort]}：${titles[complaint.state]!}`}
          text={`${complaintCategories[complaint.category]} · ${complaint.description}`}
          onTap={() => openPage(`pages/complaint/index?communityId=${complaint.communityId}&id=${complaint.id}`)}
        />
      ))}
    </>
  )
}
