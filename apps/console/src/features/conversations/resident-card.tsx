import type { ConversationView } from '@yinuo/contracts'
import { Link } from 'react-router'
import { useMay } from '../../app/community.ts'
import styles from './conversations.module.css'
import { OutcomeLink } from './outcome-link.tsx'

/** Who the resident is, and what else is going on in their home. */
export function ResidentCard({ conversation }: { conversation: ConversationView }) {
  const { communityId, unitId, unitLabel, residentName, residentPhoneMasked, openRepairs, outcomes, number, promise, channel } =
    conversation
  const mayArchive = useMay()('archive.read')
  return (
    <aside className={styles['card']} aria-label="住户">
      <h3>{residentName}</h3>
      <dl>
        <dt>房屋</dt>
        <dd>
          {unitId && mayArchive && <Link to={`/c/${communityId}/archive/${unitId}`}>{unitLabel}</Link>}
          {unitId && !mayArchive && unitLabel}
          {!unitId && '不清楚是哪一户'}
        </dd>
        {residentPhoneMasked && (
          <>
            <dt>电话</dt>
            <dd>{residentPhoneMasked}</dd>
          </>
        )}
        <dt>会话编号</dt>
        <dd>{number}</dd>
        <dt>{channel === 'email' ? '来自' : '已告知住户'}</dt>
        <dd>{channel === 'email' ? '邮件来信，您的答复会发回来信的邮箱' : promise.sentence}</dd>
      </dl>
      {outcomes.length > 0 && <Cases title="由此转出" communityId={communityId} cases={outcomes} />}
      {unitId && <Cases title="这一户未完成的报修" communityId={communityId} cases={openRepairs} />}
    </aside>
  )
}

function Cases({ title, communityId, cases }: { title: string; communityId: string; cases: ConversationView['openRepairs'] }) {
  return (
    <>
      <h4>{title}</h4>
      {cases.length === 0 && <p>没有</p>}
      <ul>
        {cases.map(({ id, kind, number, stateName }) => (
          <li key={id}>
            <OutcomeLink communityId={communityId} id={id} kind={kind}>
              {number}
            </OutcomeLink>{' '}
            {stateName}
          </li>
        ))}
      </ul>
    </>
  )
}
