import { resultKinds } from '@yinuo/contracts'
import type { NewPublishedResult, PublishedResult, ResultKind } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Space, Table } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '../../app/call.ts'
import { serverNow } from '../../app/clock.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { dayOf, spokenDay } from '../../words/time.ts'
import { NoticeTag } from '../notices/marks.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { resultKeys, useFigures, useResults } from './queries.ts'

type Days = [Dayjs, Dayjs]

/** Today as the community's wall shows it, wherever the browser stands. */
const today = () => dayjs(dayOf(serverNow()))
const month = (ago: number): Days => {
  const day = today().subtract(ago, 'month')
  return [day.startOf('month'), ago === 0 ? day : day.endOf('month')]
}
const lastQuarter = (): Days => {
  const first = today()
    .startOf('month')
    .subtract((today().month() % 3) + 3, 'month')
  return [first, first.add(2, 'month').endOf('month')]
}

/** What came in, how it was kept, and what of it was made public: figures, drafts and notices in one place. */
export function ResultsPage() {
  const { communityId } = useCommunity()
  const may = useMay()
  const [days, setDays] = useState<Days>(() => month(0))
  const period = { firstDay: days[0].format('YYYY-MM-DD'), lastDay: days[1].format('YYYY-MM-DD') }
  const figures = useFigures(communityId, period)
  return (
    <Page title="结果公布" about="投诉建议的统计，和意见箱的办理情况；起草的公告不含姓名、房号和电话，核对后按公告流程发布">
      <div style={{ display: 'grid', gap: 16 }}>
        <Panel>
          <Bar>
            <DatePicker.RangePicker
              aria-label="时间段"
              value={days}
              allowClear={false}
              maxDate={today()}
              onChange={(next) => next?.[0] && next[1] && setDays([next[0], next[1]])}
              presets={[
                { label: '本月', value: month(0) },
                { label: '上月', value: month(1) },
                { label: '上季度', value: lastQuarter() },
              ]}
            />
            <span style={{ flex: 1 }} />
            {may('notices.edit') && <Drafting period={period} />}
          </Bar>
        </Panel>
        <Listing query={figures} count={figures.data ? 1 : 0}>
          {figures.data && <FiguresPanel figures={figures.data} />}
        </Listing>
        <Results />
      </div>
    </Page>
  )
}

/** One step to a draft; it is read and changed as a notice before anybody sees it. */
function Drafting({ period }: { period: { firstDay: string; lastDay: string } }) {
  const { communityId } = useCommunity()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { submit, busy, failure } = useSubmit(
    (body: NewPublishedResult, idempotencyKey) =>
      call('POST /communities/{communityId}/published-results', { path: { communityId }, body, idempotencyKey }),
    ({ noticeId }) => {
      void queries.invalidateQueries({ queryKey: resultKeys(communityId) })
      void navigate(`/c/${communityId}/notices/${noticeId}`)
    },
  )
  const draft = (kind: ResultKind) => () => void submit({ kind, ...period })
  return (
    <Space wrap>
      <Refusal failure={failure} />
      <Button loading={busy} onClick={draft('slips')}>
        起草意见箱结果
      </Button>
      <Button type="primary" loading={busy} onClick={draft('summary')}>
        起草投诉建议汇总
      </Button>
    </Space>
  )
}

function Results() {
  const { communityId } = useCommunity()
  const query = useResults(communityId)
  return (
    <Panel title="起草和发布的结果">
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title="还没有公布过结果" hint="选好时间段，点“起草”；每月一日也会自动起草上月的汇总。" />}
      >
        <Table<PublishedResult>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 760 }}
          columns={[
            {
              title: '公告',
              render: (_, row) => <Link to={`/c/${communityId}/notices/${row.noticeId}`}>{row.title}</Link>,
            },
            { title: '内容', width: 130, render: (_, row) => resultKinds[row.kind] },
            { title: '时间段', width: 210, render: (_, row) => `${spokenDay(row.firstDay)} 至 ${spokenDay(row.lastDay)}` },
            { title: '状态', width: 110, render: (_, row) => <NoticeTag state={row.noticeState} /> },
            { title: '起草', width: 100, dataIndex: 'madeByName' },
            { title: '发布', width: 140, render: (_, row) => (row.publishedAt ? <TimeText at={row.publishedAt} /> : '—') },
          ]}
        />
      </Listing>
    </Panel>
  )
}
