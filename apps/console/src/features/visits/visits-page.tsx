import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, RetryNote } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { OpenRoundDrawer } from './open-round-drawer.tsx'
import { useRound, useRounds } from './queries.ts'
import { RoundProgress } from './round-progress.tsx'
import { VisitDrawer } from './visit-drawer.tsx'
import { VisitList } from './visit-list.tsx'
import { roundName } from './words.ts'

/** A round of return visits: how far it has come, and every home in it. */
export function VisitsPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [opening, setOpening] = useState(false)
  const [assigning, setAssigning] = useState<readonly string[] | null>(null)
  const rounds = useRounds(communityId)
  const roundId = search.get('round') ?? rounds.rows[0]?.id
  const query = useRound(communityId, roundId)
  const round = query.data
  const visit = search.get('visit')
  const set = (field: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value) now.set(field, value)
        else now.delete(field)
        return now
      },
      { replace: true },
    )
  const open = may('visits.plan') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
      开始一轮
    </Button>
  )
  const choice = rounds.rows.length > 0 && (
    <Select
      aria-label="轮次"
      value={roundId}
      onChange={(next: string) => set('round', next)}
      options={rounds.rows.map((each) => ({ value: each.id, label: roundName(each) }))}
      style={{ width: 340 }}
    />
  )
  return (
    <Page
      title="回访"
      about={`${name}每户按期轮到一次，最久没回访的排在最前`}
      actions={
        <>
          {choice}
          {open}
        </>
      }
    >
      {rounds.isError && <RetryNote query={rounds} />}
      {query.isError && <RetryNote query={query} />}
      {rounds.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {rounds.isSuccess && rounds.rows.length === 0 && (
        <Panel>
          <EmptyPlace
            title="还没有开始回访"
            hint="有住户入住后，系统会按服务标准自动开始第一轮；也可以现在就开始。"
            action={open}
          />
        </Panel>
      )}
      {round && (
        <>
          <RoundProgress round={round} />
          <div style={{ height: 16 }} />
          <VisitList
            key={round.id}
            round={round}
            onOpen={(id) => set('visit', id)}
            onAssign={may('visits.plan') && round.running ? setAssigning : undefined}
          />
        </>
      )}
      {opening && (
        <OpenRoundDrawer
          onClose={() => setOpening(false)}
          onOpened={({ id }) => {
            setOpening(false)
            set('round', id)
          }}
        />
      )}
      {assigning && round && <AssignDialog round={round} visitIds={assigning} onClose={() => setAssigning(null)} />}
      {visit && <VisitDrawer key={visit} id={visit} onClose={() => set('visit', null)} />}
    </Page>
  )
}
