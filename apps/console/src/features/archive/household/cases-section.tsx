import { caseKinds, repairCategories, repairStates } from '@yinuo/contracts'
import type { Household, HouseholdCase, RepairCategoryCode } from '@yinuo/contracts'
import { Link } from 'react-router'
import { useMay } from '../../../app/community.ts'
import { EmptyPlace } from '../../../elements/listing.tsx'
import { Panel } from '../../../elements/page.tsx'
import { StateTag } from '../../../elements/tag.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { CaseLink } from '../../repairs/case-link.tsx'
import styles from './household.module.css'

/** What was reported here: open first, then the last ones closed. */
export function CasesSection({ communityId, household }: { communityId: string; household: Household }) {
  const mayRead = useMay()('repairs.read')
  const { openCases, closedCases, counts, label } = household
  const all = mayRead && counts.openCases + counts.closedCases > 0 && (
    <Link to={`/c/${communityId}/repairs?query=${encodeURIComponent(label)}`}>在报修里查看</Link>
  )
  const draw = (each: HouseholdCase) => <Case key={each.id} communityId={communityId} each={each} mayRead={mayRead} />
  return (
    <Panel title="工单" extra={all}>
      {openCases.length + closedCases.length === 0 && <EmptyPlace title="没有工单" hint="这套房屋的报修会列在这里。" />}
      {openCases.length > 0 && <ul className={styles['list']}>{openCases.map(draw)}</ul>}
      {closedCases.length > 0 && (
        <>
          <h3 className={styles['group']}>最近办结（共 {counts.closedCases} 件）</h3>
          <ul className={styles['list']}>{closedCases.map(draw)}</ul>
        </>
      )}
    </Panel>
  )
}

function Case({ communityId, each, mayRead }: { communityId: string; each: HouseholdCase; mayRead: boolean }) {
  const what = `${caseKinds[each.kind]} · ${repairCategories[each.category as RepairCategoryCode]?.label ?? each.category}`
  return (
    <li>
      <div className={styles['row']}>
        <span>{what}</span>
        <StateTag tone={each.isOpen ? 'soon' : 'done'}>{repairStates[each.state]}</StateTag>
      </div>
      <div className={`${styles['row']} ${styles['small']}`}>
        {mayRead ? (
          <CaseLink communityId={communityId} id={each.id}>
            {each.number}
          </CaseLink>
        ) : (
          <span>{each.number}</span>
        )}
        <TimeText at={each.closedAt ?? each.reportedAt} />
      </div>
    </li>
  )
}
