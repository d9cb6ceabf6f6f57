import { PhoneOutlined, StarFilled } from '@ant-design/icons'
import { chargeStates, clockNames, closeReasons, escalationSteps, sampleResults, visitMethods } from '@yinuo/contracts'
import type { EscalationStep, RepairView } from '@yinuo/contracts'
import { useNow } from '../../../app/clock.ts'
import { ClockMark } from '../../../elements/clock-mark.tsx'
import { MaskedPhone } from '../../../elements/masked-phone.tsx'
import { StateTag } from '../../../elements/tag.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { clockWording } from '../../../words/clock.ts'
import { yuan } from '../../../words/money.ts'
import { spokenMinutes } from '../../../words/time.ts'
import styles from './case.module.css'

export function ClocksPart({ repair }: { repair: RepairView }) {
  const now = useNow()
  if (repair.clocks.length === 0) return null
  return (
    <section className={styles['part']}>
      <h3>承诺时限</h3>
      <ul className={styles['clocks']}>
        {repair.clocks.map((clock) => (
          <li key={`${clock.name}${clock.startedAt}`}>
            <span>
              {clockNames[clock.name]}
              <small>承诺 {spokenMinutes(clock.targetMinutes)}</small>
            </span>
            <ClockMark wording={clockWording(clock, now)} />
            {clock.escalatedTo && (
              <small className={styles['escalated']}>
                {escalationSteps[clock.escalatedTo as EscalationStep] ?? clock.escalatedTo}
              </small>
            )}
          </li>
        ))}
      </ul>
      <p className={styles['note']}>依据 {repair.standardName}</p>
    </section>
  )
}

export function PersonPart({ repair }: { repair: RepairView }) {
  return (
    <section className={styles['part']}>
      <h3>处理人</h3>
      {repair.assignee ? (
        <p className={styles['person']}>
          <strong>{repair.assignee.name}</strong>
          {repair.assigneePhone && (
            <a href={`tel:${repair.assigneePhone}`}>
              <PhoneOutlined /> {repair.assigneePhone}
            </a>
          )}
        </p>
      ) : (
        <p className={styles['note']}>还没有派给任何人。</p>
      )}
      {repair.assignedBecause.length > 0 && (
        <>
          <h4>为什么派给{repair.assignee?.name ?? '这位员工'}</h4>
          <ul className={styles['because']}>
            {repair.assignedBecause.map(({ rule, text }) => (
              <li key={rule + text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export function ReporterPart({ repair }: { repair: RepairView }) {
  return (
    <section className={styles['part']}>
      <h3>报修人</h3>
      <p className={styles['person']}>
        <strong>{repair.reporterName}</strong>
        {repair.reporterPhone && (
          <a href={`tel:${repair.reporterPhone}`}>
            <PhoneOutlined /> {repair.reporterPhone}
          </a>
        )}
        {!repair.reporterPhone && repair.reporterPhoneMasked && (
          <MaskedPhone masked={repair.reporterPhoneMasked} subject="repair" id={repair.id} />
        )}
      </p>
      {repair.rating !== null && (
        <p>
          <StarFilled style={{ color: 'var(--accent)' }} /> {repair.rating} 分
          {repair.ratingComment && `：${repair.ratingComment}`}
        </p>
      )}
      {repair.closedAt && (
        <p className={styles['note']}>
          <TimeText at={repair.closedAt} /> {repair.closeReason ? closeReasons[repair.closeReason] : '结束'}
        </p>
      )}
    </section>
  )
}

/** Materials, labour and what it costs; only when there is something. */
export function MaterialsPart({ repair }: { repair: RepairView }) {
  const { materials, charge, labourMinutes } = repair
  if (materials.length === 0 && charge.state === 'none' && labourMinutes === null) return null
  return (
    <section className={styles['part']}>
      <h3>用料与费用</h3>
      {materials.length > 0 && (
        <table className={styles['lines']}>
          <tbody>
            {materials.map((material) => (
              <tr key={material.id}>
                <td>{material.name}</td>
                <td>
                  {material.quantity} {material.unit} × {yuan(material.unitPriceFen)}
                </td>
                <td>{yuan(Math.round(material.quantity * material.unitPriceFen))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {labourMinutes !== null && <p className={styles['note']}>用时 {spokenMinutes(labourMinutes)}</p>}
      <div className={styles['charge']}>
        <StateTag tone={charge.state === 'refused' ? 'late' : charge.state === 'offered' ? 'soon' : 'onTime'}>
          {charge.state === 'none' ? '免费维修' : `报价${chargeStates[charge.state]}`}
        </StateTag>
        {charge.state !== 'none' && (
          <>
            <strong>{yuan(charge.amountFen)}</strong>
            <span className={styles['note']}>
              {charge.lines.map((line) => `${line.label} ${yuan(line.amountFen)}`).join('，')}
            </span>
          </>
        )}
      </div>
    </section>
  )
}

/** Return visits and samples; only when there are any. */
export function QualityPart({ repair }: { repair: RepairView }) {
  if (repair.visits.length === 0 && repair.samples.length === 0) return null
  return (
    <section className={styles['part']}>
      <h3>回访与抽查</h3>
      <ul className={styles['because']}>
        {repair.visits.map((visit) => (
          <li key={visit.at}>
            <StateTag tone={visit.satisfied ? 'onTime' : 'late'}>{visit.satisfied ? '满意' : '不满意'}</StateTag>{' '}
            {visit.visitorName}
            {visitMethods[visit.method]}回访：{visit.finding} <TimeText at={visit.at} />
          </li>
        ))}
        {repair.samples.map((sample) => (
          <li key={sample.at}>
            <StateTag
              tone={{ pending: 'waiting', passed: 'onTime', failed: 'late' }[sample.result] as 'waiting' | 'onTime' | 'late'}
            >
              抽查{sampleResults[sample.result]}
            </StateTag>{' '}
            {sample.inspectorName} {sample.finding} <TimeText at={sample.at} />
          </li>
        ))}
      </ul>
    </section>
  )
}
