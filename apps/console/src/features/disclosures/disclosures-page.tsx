import { SettingOutlined } from '@ant-design/icons'
import { checklistNames, codesOf, funds, periodName } from '@yinuo/contracts'
import type { DisclosureCalendarView, DisclosurePeriod, Fund } from '@yinuo/contracts'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { spokenDay } from '../../words/time.ts'
import { CalendarDrawer } from './calendar-drawer.tsx'
import styles from './disclosures.module.css'
import { DisclosureTag } from './marks.tsx'
import { Questions } from './questions.tsx'
import { useDisclosureCalendar } from './queries.ts'

type View = 'calendar' | 'questions'

/** What is owed to residents, late, drafted, checked and posted – by fund and period. */
export function DisclosuresPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const [view, setView] = useState<View>('calendar')
  const [planning, setPlanning] = useState(false)
  const query = useDisclosureCalendar(communityId)
  const calendar = query.data
  const plan = may('disclosures.edit') && (
    <Button icon={<SettingOutlined />} disabled={!calendar} onClick={() => setPlanning(true)}>
      公示日历
    </Button>
  )
  const about = calendar?.checklist
    ? `${name}：${calendar.waiting} 期待办，${calendar.late} 期逾期（按${checklistNames[calendar.checklist]}清单）`
    : `${name}的各项资金收支，按日历公示给住户`
  return (
    <Page title="收支公示" about={about} actions={plan}>
      <Segmented<View>
        aria-label="看什么"
        style={{ marginBottom: 12 }}
        value={view}
        onChange={setView}
        options={[
          { value: 'calendar', label: '日历' },
          {
            value: 'questions',
            label: calendar?.openQuestions ? `住户提问（${calendar.openQuestions}）` : '住户提问',
          },
        ]}
      />
      {view === 'questions' ? (
        <Questions />
      ) : (
        <Listing
          query={query}
          count={calendar?.periods.length ?? 0}
          empty={
            <Panel>
              <EmptyPlace
                title={calendar?.checklist ? '还没有到期的公示' : '还没有设公示日历'}
                hint="选一份地方清单，定好哪种资金多久公示一次；到期后系统按账簿自动拟好草稿。"
                action={plan}
              />
            </Panel>
          }
        >
          {calendar && <Board calendar={calendar} />}
        </Listing>
      )}
      {planning && calendar && <CalendarDrawer calendar={calendar} onClose={() => setPlanning(false)} />}
    </Page>
  )
}

function Board({ calendar }: { calendar: DisclosureCalendarView }) {
  const shown = codesOf(funds).filter((fund) => calendar.periods.some((period) => period.fund === fund))
  return (
    <div className={styles['board']}>
      {shown.map((fund) => (
        <FundColumn key={fund} fund={fund} periods={calendar.periods.filter((period) => period.fund === fund)} />
      ))}
    </div>
  )
}

function FundColumn({ fund, periods }: { fund: Fund; periods: DisclosurePeriod[] }) {
  const { communityId } = useCommunity()
  return (
    <Panel title={funds[fund]} padded>
      {periods.map((period) => {
        const { id, from, to, state, late, dueOn, edition } = period
        const title = periodName(from, to)
        return (
          <div key={from} className={styles['period']} data-late={late}>
            <div>
              {id ? <Link to={`/c/${communityId}/disclosures/${id}`}>{title}</Link> : <span>{title}</span>}
              <p>{state === 'posted' ? (edition ?? 1) > 1 && `第 ${edition} 版` : `${spokenDay(dueOn)}前发布`}</p>
            </div>
            <span>
              <DisclosureTag state={state} late={late} />
            </span>
          </div>
        )
      })}
    </Panel>
  )
}
