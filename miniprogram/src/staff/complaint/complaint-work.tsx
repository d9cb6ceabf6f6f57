import { ComplaintCard } from '../../complaints/complaint-card.tsx'
import { openPage, Text } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'

/** The complaints I have to answer, below the repairs of the day; nothing where there are none. */
export function ComplaintWork({ now }: { now: number }) {
  const work = useRemote(() => call('GET /me/complaint-work'), [], { everySeconds: 60 })
  const items = work.value?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <Text className="section">投诉建议 {items.length} 件</Text>
      {items.map((complaint) => (
        <ComplaintCard
          key={complaint.id}
          complaint={complaint}
          now={now}
          onTap={() => openPage(`staff/complaint/index?communityId=${complaint.communityId}&id=${complaint.id}`)}
        />
      ))}
    </>
  )
}
