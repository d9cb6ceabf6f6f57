import { residencyRoles, visitOutcomes, visitWays } from '@yinuo/contracts'
import type { VisitCase, VisitView } from '@yinuo/contracts'
import { Button, Descriptions, Drawer, Rate, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { MaskedPhone } from '../../elements/masked-phone.tsx'
import { Photos } from '../../elements/photos.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { FindingDialog } from './finding-dialog.tsx'
import { useVisit } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { VisitStateTag } from './visit-state.tsx'
import styles from './visits.module.css'
import { weekWords, wishWords } from './words.ts'

/** One visit: what to know before, what was said, what came of it. */
export function VisitDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useVisit(communityId, id)
  const visit = query.data
  return (
    <Drawer open onClose={onClose} size={600} title={visit ? `回访 · ${visit.unitLabel}` : '回访'}>
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {visit && <Visit visit={visit} />}
    </Drawer>
  )
}

function Visit({ visit }: { visit: VisitView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [finding, setFinding] = useState<'repair' | 'complaint' | null>(null)
  const others = visit.cases.filter(({ id }) => visit.findings.every((found) => found.id !== id))
  const mayFind = may('visits.make') && visit.state !== 'missed' && visit.state !== 'dropped' && visit.residents.length > 0
  return (
    <>
      <Facts visit={visit} />
      <Part title="住户">
        {visit.residents.map(({ residentId, name, role, phoneMasked }) => (
          <li key={`${residentId}-${role}`}>
            <span>
              {name} <span className={styles['quiet']}>{residencyRoles[role]}</span>
            </span>
            <MaskedPhone masked={phoneMasked} subject="resident" id={residentId} />
          </li>
        ))}
      </Part>
      {others.length > 0 && <Cases title="在办的工单" cases={others} />}
      {visit.tries.length > 0 && (
        <Part title="联系经过">
          {visit.tries.map(({ at, way, outcome, byName, note }) => (
            <li key={at}>
              <span>
                {visitWays[way]}：{visitOutcomes[outcome]}
                {note && <div className={`${styles['quiet']} ${styles['words']}`}>{note}</div>}
              </span>
              <span className={styles['quiet']}>
                {byName} <TimeText at={at} />
              </span>
            </li>
          ))}
        </Part>
      )}
      {visit.files.length > 0 && (
        <div className={styles['part']}>
          <h3>照片</h3>
          <Photos files={visit.files} />
        </div>
      )}
      {visit.findings.length > 0 && <Cases title="由这次回访登记" cases={visit.findings} />}
      {mayFind && (
        <div style={{ display: 'flex', gap: 8, marginTop: 16 }}>
          <Button onClick={() => setFinding('repair')}>登记报修</Button>
          <Button onClick={() => setFinding('complaint')}>登记投诉建议</Button>
          <Link to={`/c/${communityId}/archive/${visit.unitId}`} style={{ alignSelf: 'center', marginLeft: 'auto' }}>
            住户档案
          </Link>
        </div>
      )}
      {may('visits.make') && visit.state === 'planned' && <RecordForm key={visit.version} visit={visit} />}
      {finding && <FindingDialog kind={finding} visit={visit} onClose={() => setFinding(null)} />}
    </>
  )
}

function Facts({ visit }: { visit: VisitView }) {
  const items = [
    { key: 'state', label: '状态', children: <VisitStateTag state={visit.state} late={visit.late} /> },
    { key: 'due', label: '应访', children: `${weekWords(visit.dueWeek)} · ${visitWays[visit.way]}` },
    ...(visit.wish ? [{ key: 'wish', label: '住户希望', children: wishWords(visit.wish) }] : []),
    { key: 'who', label: '负责人', children: visit.assignee?.name ?? '未分派' },
    { key: 'last', label: '上次回访', children: visit.lastVisitedOn ?? '还没有' },
    ...(visit.met ? [{ key: 'met', label: '受访人', children: visit.met }] : []),
    ...(visit.satisfaction
      ? [
          {
            key: 'rate',
            label: '满意度',
            children: <Rate disabled value={visit.satisfaction} aria-label={`${visit.satisfaction} 分`} />,
          },
        ]
      : []),
  ]
  return <Descriptions column={1} size="small" items={items} />
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Cases({ title, cases }: { title: string; cases: VisitCase[] }) {
  const { communityId } = useCommunity()
  return (
    <Part title={title}>
      {cases.map(({ id, kind, number, categoryName, stateName }) => (
        <li key={id}>
          <span>
            {categoryName} · <Link to={`/c/${communityId}/${kind === 'repair' ? 'repairs' : 'complaints'}/${id}`}>{number}</Link>
          </span>
          <span className={styles['quiet']}>{stateName}</span>
        </li>
      ))}
    </Part>
  )
}
