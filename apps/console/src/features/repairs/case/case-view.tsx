import { PauseCircleOutlined, RightCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { channels, contentVerdicts, placeKinds, repairCategories, waitReasons } from '@yinuo/contracts'
import type { RepairView } from '@yinuo/contracts'
import { Tag } from 'antd'
import { Photos } from '../../../elements/photos.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { CaseCausePart } from '../../improvement/case-cause-part.tsx'
import { RepairStateTag, RowClock, UrgencyMark } from '../repair-marks.tsx'
import { CaseActions } from './case-actions.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import styles from './case.module.css'
import { ClocksPart, MaterialsPart, PersonPart, QualityPart, ReporterPart } from './case-parts.tsx'
import { DeliveriesPart } from './deliveries-part.tsx'

/** Everything of one case: what is asked, what comes next, what was done, and what is promised. */
export function CaseView({ repair }: { repair: RepairView }) {
  // What came later stands where it happened, in the timeline.
  const reported = repair.files.filter(({ purpose }) => purpose === 'report' || purpose === null)
  return (
    <div className={styles['case']}>
      <div className={styles['head']}>
        <div className={styles['title']}>
          <RepairStateTag state={repair.state} />
          <UrgencyMark urgency={repair.urgency} />
          {repair.dueAt && <RowClock row={repair} filled />}
        </div>
        <h2>
          {repair.placeLabel} · {repairCategories[repair.category].label}
        </h2>
        <p className={styles['next']}>
          <RightCircleOutlined /> {repair.nextStep}
        </p>
        {repair.waiting && (
          <p className={styles['waiting']}>
            <PauseCircleOutlined /> {waitReasons[repair.waiting.for]}：{repair.waiting.reason}
            {repair.waiting.until && (
              <>
                ，预计 <TimeText at={repair.waiting.until} />
              </>
            )}
          </p>
        )}
        <CaseActions repair={repair} />
      </div>
      <div className={styles['columns']}>
        <div>
          <section className={styles['part']}>
            <h3>报修内容</h3>
            <p className={styles['description']}>{repair.description}</p>
            <Photos files={reported} size={104} />
            {repair.contentVerdict && repair.contentVerdict !== 'pass' && (
              <Tag icon={<WarningOutlined />} color={repair.contentVerdict === 'pending' ? 'default' : 'warning'}>
                {contentVerdicts[repair.contentVerdict]}
              </Tag>
            )}
            <p className={styles['note']}>
              {channels[repair.channel]}登记 · {placeKinds[repair.place.kind]} · <TimeText at={repair.reportedAt} />
              {repair.preferredFrom && (
                <>
                  {' '}
                  · 希望上门 <TimeText at={repair.preferredFrom} />
                  {repair.preferredUntil && (
                    <>
                      {' '}
                      至 <TimeText at={repair.preferredUntil} />
                    </>
                  )}
                </>
              )}
            </p>
          </section>
          <MaterialsPart repair={repair} />
          <QualityPart repair={repair} />
          <section className={styles['part']}>
            <h3>经过</h3>
            <CaseTimeline events={repair.timeline} shown={reported} />
          </section>
        </div>
        <aside>
          <ClocksPart repair={repair} />
          <PersonPart repair={repair} />
          <CaseCausePart communityId={repair.communityId} caseId={repair.id} />
          <ReporterPart repair={repair} />
          <DeliveriesPart communityId={repair.communityId} repairId={repair.id} />
        </aside>
      </div>
    </div>
  )
}
