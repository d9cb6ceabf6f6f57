import { PlayCircleOutlined } from '@ant-design/icons'
import type { BillRunView, ChargePreview } from '@yinuo/contracts'
import { Alert, App, Button, Input, Progress, Table } from 'antd'
import { useState } from 'react'
import type { Key } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import { BillingTabs } from './billing-tabs.tsx'
import styles from './billing.module.css'
import { RunTag } from './marks.tsx'
import { useBillingChange, usePreview, useRun, useRuns } from './queries.ts'
import { ReverseRunDialog } from './reverse-run-dialog.tsx'
import { thisMonth } from './today.ts'
import { periodText } from './words.ts'

/** Bills of a month: seen before they are made, made once, and taken back whole. */
export function RunsPage() {
  const { name } = useCommunity()
  const may = useMay()
  return (
    <Page title="账单生成" about={`${name}按月生成账单：先看会生成多少、漏下谁和为什么，再生成`}>
      <BillingTabs />
      {may('billing.run') && <Wizard />}
      <Runs />
    </Page>
  )
}

function Wizard() {
  const { communityId } = useCommunity()
  const { modal } = App.useApp()
  const [month, setMonth] = useState(thisMonth)
  const [unchecked, setUnchecked] = useState<Key[]>([])
  const [running, setRunning] = useState<string | null>(null)
  const query = usePreview(month)
  const charges = query.data?.charges ?? []
  const chosen = charges.filter(({ chargeId, bills }) => bills > 0 && !unchecked.includes(chargeId))
  const bills = chosen.reduce((sum, each) => sum + each.bills, 0)
  const fen = chosen.reduce((sum, each) => sum + each.sumFen, 0)
  const start = useBillingChange(
    (chargeIds: string[], idempotencyKey) =>
      call('POST /communities/{communityId}/bill-runs', { path: { communityId }, body: { month, chargeIds }, idempotencyKey }),
    '已开始生成',
    ({ id }) => setRunning(id),
  )
  const confirm = () =>
    modal.confirm({
      title: `生成 ${month} 的 ${bills} 张账单，共 ${yuan(fen)}？`,
      content: '生成后住户马上能看到并缴费。算错了可以冲销，不能修改。',
      okText: '生成',
      onOk: () => start.submit(chosen.map(({ chargeId }) => chargeId)),
    })
  return (
    <Panel title="生成账单">
      <Bar>
        <Input
          type="month"
          aria-label="账期"
          value={month}
          min={query.data?.earliest ?? ''}
          max={query.data?.latest ?? ''}
          onChange={(event) => setMonth(event.target.value)}
          style={{ width: 160 }}
        />
        <span className={styles['quiet']}>
          将生成 {bills} 张，共 <strong className={styles['fen']}>{yuan(fen)}</strong>
        </span>
        <span style={{ flex: 1 }} />
        <Button type="primary" icon={<PlayCircleOutlined />} disabled={bills === 0} loading={start.busy} onClick={confirm}>
          生成账单
        </Button>
      </Bar>
      <Refusal failure={start.failure} />
      {running && <Running id={running} onClose={() => setRunning(null)} />}
      <Listing
        query={query}
        count={charges.length}
        empty={
          <EmptyPlace
            title="还没有收费项目"
            hint={
              <>
                先到<Link to={`/c/${communityId}/charges`}>收费项目</Link>设好项目和单价。
              </>
            }
          />
        }
      >
        <Table<ChargePreview>
          rowKey="chargeId"
          dataSource={charges}
          pagination={false}
          scroll={{ x: 860 }}
          rowSelection={{
            selectedRowKeys: chosen.map(({ chargeId }) => chargeId),
            onChange: (keys) => setUnchecked(charges.map(({ chargeId }) => chargeId).filter((id) => !keys.includes(id))),
            getCheckboxProps: ({ bills: count }) => ({ disabled: count === 0 }),
          }}
          expandable={{
            rowExpandable: ({ examples }) => examples.length > 0,
            expandedRowRender: ({ examples }) => (
              <ul className={styles['lines']}>
                {examples.map(({ unitLabel, text }) => (
                  <li key={unitLabel}>
                    <span>{unitLabel}</span>
                    <span>{text}</span>
                  </li>
                ))}
              </ul>
            ),
          }}
          columns={previewColumns}
        />
      </Listing>
    </Panel>
  )
}

const previewColumns = [
  { title: '项目', dataIndex: 'chargeName' },
  {
    title: '账期',
    width: 170,
    render: (_: unknown, { periodFrom, periodTo }: ChargePreview) => periodText(periodFrom, periodTo),
  },
  { title: '张数', width: 80, align: 'right' as const, dataIndex: 'bills' },
  {
    title: '金额',
    width: 130,
    align: 'right' as const,
    className: styles['fen']!,
    render: (_: unknown, { sumFen }: ChargePreview) => yuan(sumFen),
  },
  {
    title: '上期',
    width: 170,
    align: 'right' as const,
    className: styles['fen']!,
    render: (_: unknown, { lastBills, lastSumFen }: ChargePreview) =>
      lastBills > 0 ? `${lastBills} 张 · ${yuan(lastSumFen)}` : '—',
  },
  {
    title: '不生成的',
    width: 260,
    render: (_: unknown, { leftOut }: ChargePreview) =>
      leftOut.length > 0 ? leftOut.map(({ text, count }) => `${text} ${count}`).join('；') : '—',
  },
]

/** How far a run is. It goes on when the page is left. */
function Running({ id, onClose }: { id: string; onClose: () => void }) {
  const run = useRun(id).data
  if (!run) return null
  const expected = run.charges.reduce((sum, each) => sum + Math.max(each.expected, each.bills), 0)
  const done = run.charges.reduce((sum, each) => sum + (each.done ? Math.max(each.expected, each.bills) : each.bills), 0)
  const percent = run.state === 'done' ? 100 : expected > 0 ? Math.floor((done / expected) * 100) : 0
  return (
    <Alert
      type={run.state === 'stuck' ? 'error' : run.state === 'done' ? 'success' : 'info'}
      style={{ margin: 16 }}
      closable={run.state !== 'working' && { onClose }}
      title={
        run.state === 'done'
          ? `已生成 ${run.bills} 张，共 ${yuan(run.sumFen)}`
          : (run.trouble ?? `正在生成，已有 ${run.bills} 张`)
      }
      description={
        <Progress percent={percent} status={run.state === 'stuck' ? 'exception' : run.state === 'done' ? 'success' : 'active'} />
      }
    />
  )
}

function Runs() {
  const { communityId } = useCommunity()
  const may = useMay()
  const query = useRuns()
  const [reversing, setReversing] = useState<BillRunView | null>(null)
  const resume = useBillingChange(
    (id: string, idempotencyKey) =>
      call('POST /communities/{communityId}/bill-runs/{id}/resume', { path: { communityId, id }, idempotencyKey }),
    '继续生成',
  )
  return (
    <Panel title="生成记录">
      <Refusal failure={resume.failure} />
      <Listing query={query} count={query.rows.length} empty={<EmptyPlace title="还没有生成过账单" />}>
        <Table<BillRunView>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            { title: '账期', width: 90, dataIndex: 'month' },
            { title: '项目', render: (_, { charges }) => charges.map(({ chargeName }) => chargeName).join('、') },
            {
              title: '张数',
              width: 90,
              align: 'right',
              render: (_, { id, bills }) => <Link to={`/c/${communityId}/bills?runId=${id}`}>{bills}</Link>,
            },
            { title: '金额', width: 130, align: 'right', className: styles['fen']!, render: (_, { sumFen }) => yuan(sumFen) },
            {
              title: '经办',
              width: 150,
              render: (_, { startedByName, startedAt }) => (
                <>
                  {startedByName}{' '}
                  <div className={styles['quiet']}>
                    <TimeText at={startedAt} />
                  </div>
                </>
              ),
            },
            {
              title: '状态',
              width: 200,
              render: (_, run) => (
                <>
                  <RunTag run={run} />
                  {(run.trouble ?? run.reversedBecause) && (
                    <div className={styles['quiet']}>{run.trouble ?? run.reversedBecause}</div>
                  )}
                </>
              ),
            },
            {
              title: '',
              width: 100,
              align: 'right',
              render: (_, run) =>
                may('billing.run') &&
                (run.state === 'stuck' ? (
                  <Button loading={resume.busy} onClick={() => void resume.submit(run.id)}>
                    继续
                  </Button>
                ) : (
                  run.state === 'done' && run.bills > 0 && <Button onClick={() => setReversing(run)}>整批冲销</Button>
                )),
            },
          ]}
        />
      </Listing>
      {reversing && <ReverseRunDialog run={reversing} onClose={() => setReversing(null)} />}
    </Panel>
  )
}
