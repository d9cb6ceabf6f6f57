import { ArrowLeftOutlined } from '@ant-design/icons'
import { improvementLimits } from '@yinuo/contracts'
import type { ImprovementView } from '@yinuo/contracts'
import { Skeleton, Timeline } from 'antd'
import { Link, useParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { spokenDay } from '../../words/time.ts'
import { CaseList } from './case-list.tsx'
import styles from './improvement.module.css'
import { ImprovementTags } from './marks.tsx'
import { useImprovement } from './queries.ts'
import { Steps } from './steps.tsx'
import { TellingPart } from './telling-part.tsx'
import { placeWord } from './words.ts'

/** One improvement: what was found, what is done, what it came to, and who was told. */
export function ImprovementPage() {
  const { communityId } = useCommunity()
  const { id } = useParams()
  const query = useImprovement(communityId, id!)
  const item = query.data
  return (
    <Page
      title={item ? `${item.number} ${item.title}` : '改进事项'}
      about={
        <Link to={`/c/${communityId}/improvements`}>
          <ArrowLeftOutlined /> 全部改进
        </Link>
      }
    >
      <Panel padded>
        {query.isError && <RetryNote query={query} />}
        {query.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
        {item && <Whole item={item} />}
      </Panel>
    </Page>
  )
}

function Whole({ item }: { item: ImprovementView }) {
  return (
    <>
      <ImprovementTags row={item} />
      <p style={{ margin: '8px 0 0' }}>
        {placeWord(item)} · {item.causeName} · 负责人 {item.ownerName ?? '待指定'} · {spokenDay(item.dueOn)} 前完成
      </p>
      <Steps item={item} />
      <div className={styles['columns']} style={{ marginTop: 20 }}>
        <div>
          <section>
            <h3>每 {improvementLimits.figureDays} 天的件数</h3>
            <FiguresPart item={item} />
          </section>
          <section>
            <h3>发现的问题</h3>
            <p className={styles['words']}>{item.finding}</p>
            <h3>改进措施</h3>
            <p className={styles['words']}>{item.measure}</p>
          </section>
          <section>
            <h3>关联的工单（{item.linked.length} 件）</h3>
            <CaseList cases={item.linked} />
          </section>
        </div>
        <aside>
          <TellingPart item={item} />
          <section>
            <h3>经过</h3>
            <Timeline
              items={item.timeline.toReversed().map((event) => ({
                key: event.id,
                content: (
                  <>
                    <TimeText at={event.at} /> {event.byName}
                    <div className={styles['words']}>{event.text}</div>
                  </>
                ),
              }))}
            />
          </section>
        </aside>
      </div>
    </>
  )
}

function FiguresPart({ item }: { item: ImprovementView }) {
  const figures: [string, number][] =
    item.figureBefore !== null && item.figureAfter !== null
      ? [
          ['改进前', item.figureBefore],
          ['目标不超过', item.target],
          ['改进后', item.figureAfter],
        ]
      : [
          ['立项时', item.figureAtOpening],
          ['目标不超过', item.target],
          ['近 30 天', item.figureNow],
        ]
  return (
    <dl className={styles['figures']}>
      {figures.map(([word, figure]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{figure} 件</dd>
        </div>
      ))}
    </dl>
  )
}
