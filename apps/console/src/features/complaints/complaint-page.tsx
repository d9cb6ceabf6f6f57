import { ArrowLeftOutlined, MailOutlined, PhoneOutlined, StarFilled } from '@ant-design/icons'
import { channels, complaintCategories, complaintClocks, complaintLevels, postCodes, type ComplaintView } from '@yinuo/contracts'
import { Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { useNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { ClockMark } from '../../elements/clock-mark.tsx'
import { RetryNote } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { Photos } from '../../elements/photos.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { clockWording } from '../../words/clock.ts'
import { spokenMinutes } from '../../words/time.ts'
import { CaseCausePart } from '../improvement/case-cause-part.tsx'
import { CaseTimeline } from '../repairs/case/case-timeline.tsx'
import styles from '../repairs/case/case.module.css'
import { UrgencyMark } from '../repairs/repair-marks.tsx'
import { ComplaintActions } from './complaint-actions.tsx'
import { ComplaintMarks, ComplaintStateTag } from './complaint-marks.tsx'
import { useComplaint } from './queries.ts'
import { UnsealingPart } from './unsealing-part.tsx'

/** One complaint: what was said, what comes next, what was done, and what is promised. */
export function ComplaintPage() {
  const { communityId } = useCommunity()
  const { id } = useParams()
  const query = useComplaint(communityId, id!)
  return (
    <Page
      title={query.data ? `投诉建议 ${query.data.number}` : '投诉建议'}
      about={
        <Link to={`/c/${communityId}/complaints`}>
          <ArrowLeftOutlined /> 全部投诉建议
        </Link>
      }
    >
      <Panel padded>
        {query.isError && <RetryNote query={query} />}
        {query.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
        {query.data && <Whole complaint={query.data} />}
      </Panel>
    </Page>
  )
}

function Whole({ complaint }: { complaint: ComplaintView }) {
  return (
    <div className={styles['case']}>
      <div className={styles['head']}>
        <div className={styles['title']}>
          <ComplaintStateTag state={complaint.state} />
          <ComplaintMarks row={complaint} />
          <UrgencyMark urgency={complaint.urgency} />
        </div>
        <h2>
          {complaintCategories[complaint.category]} · {complaint.placeLabel}
        </h2>
        <div style={{ marginTop: 10 }}>
          <ComplaintActions complaint={complaint} />
        </div>
      </div>
      <div className={styles['columns']}>
        <div>
          <section className={styles['part']}>
            <h3>内容</h3>
            <p className={styles['description']}>{complaint.description}</p>
            <Photos files={complaint.files} size={104} />
            <Letters complaint={complaint} />
            <p className={styles['note']}>
              {channels[complaint.channel]} · <TimeText at={complaint.reportedAt} />
            </p>
          </section>
          <Answer complaint={complaint} />
          <section className={styles['part']}>
            <h3>经过（投诉人看到的与这里相同）</h3>
            <CaseTimeline events={complaint.timeline} shown={complaint.files} />
          </section>
        </div>
        <aside>
          <Clocks complaint={complaint} />
          <section className={styles['part']}>
            <h3>责任部门</h3>
            <p>
              {postCodes[complaint.department]} · {complaint.assignee?.name ?? '还没有分派'}
            </p>
            {complaint.level !== 'handler' && <p>投诉人要求由{complaintLevels[complaint.level]}处理</p>}
          </section>
          <CaseCausePart communityId={complaint.communityId} caseId={complaint.id} />
          <Complainant complaint={complaint} />
          <UnsealingPart complaint={complaint} />
        </aside>
      </div>
    </div>
  )
}

/** The mails it came of, and those that added to it. */
function Letters({ complaint: { communityId, letters } }: { complaint: ComplaintView }) {
  if (letters.length === 0) return null
  return (
    <ul aria-label="来信" className={styles['note']} style={{ listStyle: 'none', padding: 0 }}>
      {letters.map(({ id, subject, receivedAt }) => (
        <li key={id}>
          <MailOutlined aria-hidden />{' '}
          <Link to={`/c/${communityId}/letters?state=all&letter=${id}`}>来信：{subject || '（没有主题）'}</Link>{' '}
          <TimeText at={receivedAt} />
        </li>
      ))}
    </ul>
  )
}

/** What the company makes of it; nothing while nothing was said. */
function Answer({ complaint: { complexBecause, solution, result } }: { complaint: ComplaintView }) {
  const said = [
    ['认定为复杂的原因', complexBecause],
    ['处理方案', solution],
    ['落实情况', result],
  ] as const
  if (said.every(([, text]) => !text)) return null
  return (
    <section className={styles['part']}>
      <h3>答复</h3>
      {said.map(
        ([word, text]) =>
          text && (
            <div key={word}>
              <h4>{word}</h4>
              <p className={styles['description']}>{text}</p>
            </div>
          ),
      )}
    </section>
  )
}

function Clocks({ complaint }: { complaint: ComplaintView }) {
  const now = useNow()
  if (complaint.clocks.length === 0) return null
  return (
    <section className={styles['part']}>
      <h3>承诺时限</h3>
      <ul className={styles['clocks']}>
        {complaint.clocks.map((clock) => (
          <li key={`${clock.name}${clock.startedAt}`}>
            <span>
              {complaintClocks[clock.name as keyof typeof complaintClocks]}
              <small>承诺 {spokenMinutes(clock.targetMinutes)}</small>
            </span>
            <ClockMark wording={clockWording(clock, now)} />
            {clock.escalatedTo && <small className={styles['escalated']}>{clock.escalatedTo}</small>}
          </li>
        ))}
      </ul>
      <p className={styles['note']}>依据 {complaint.standardName}</p>
    </section>
  )
}

function Complainant({ complaint }: { complaint: ComplaintView }) {
  return (
    <section className={styles['part']}>
      <h3>投诉人</h3>
      <p className={styles['person']}>
        <strong>{complaint.reporterName}</strong>
        {complaint.reporterPhone ? (
          <a href={`tel:${complaint.reporterPhone}`}>
            <PhoneOutlined /> {complaint.reporterPhone}
          </a>
        ) : (
          complaint.reporterPhoneMasked
        )}
      </p>
      {complaint.anonymous && (
        <p className={styles['note']}>匿名提出，身份已封存。您写的话对方看得到，对方也可以继续回复；系统不会给对方推送消息。</p>
      )}
      {complaint.rating !== null && (
        <p>
          <StarFilled style={{ color: 'var(--accent)' }} /> {complaint.rating} 分
          {complaint.ratingComment && `：${complaint.ratingComment}`}
        </p>
      )}
    </section>
  )
}
