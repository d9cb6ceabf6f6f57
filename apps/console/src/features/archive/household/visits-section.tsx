import { visitWays } from '@yinuo/contracts'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useMay } from '../../../app/community.ts'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { Panel } from '../../../elements/page.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { useHouseholdVisits } from '../../visits/queries.ts'
import { VisitStateTag } from '../../visits/visit-state.tsx'
import styles from './household.module.css'

/** The return visits this home has had, the latest first. */
export function VisitsSection({ communityId, unitId }: { communityId: string; unitId: string }) {
  const mayRead = useMay()('visits.read')
  const query = useHouseholdVisits(communityId, unitId, mayRead)
  if (!mayRead) return null
  return (
    <Panel title="回访">
      <Listing
        query={{ ...query, hasNextPage: false }}
        count={query.rows.length}
        empty={<EmptyPlace title="还没有回访" hint="每次回访的结果会列在这里。" />}
      >
        <ul className={styles['list']}>
          {query.rows.map((visit) => (
            <li key={visit.id}>
              <div className={styles['row']}>
                <Link to={`/c/${communityId}/visits?visit=${visit.id}`}>
                  第 {visit.roundNumber} 轮 · {visitWays[visit.way]}
                </Link>
                <VisitStateTag state={visit.state} />
              </div>
              {visit.notes && <p className={styles['text']}>{visit.notes}</p>}
              <div className={`${styles['row']} ${styles['small']}`}>
                <span>
                  {[visit.satisfaction && `满意度 ${visit.satisfaction} 分`, visit.madeByName].filter(Boolean).join(' · ')}
                </span>
                <TimeText at={visit.endedAt} />
              </div>
            </li>
          ))}
        </ul>
        {query.hasNextPage && (
          <Button type="link" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            更早的回访
          </Button>
        )}
      </Listing>
    </Panel>
  )
}
