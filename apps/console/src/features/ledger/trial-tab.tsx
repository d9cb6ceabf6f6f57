import { codesOf, funds, ledgerAccounts } from '@yinuo/contracts'
import type { Fund, TrialBalance } from '@yinuo/contracts'
import { Alert, Button, DatePicker, Skeleton, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useCommunity } from '../../app/community.ts'
import { EmptyPlace, RetryNote } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Sum } from '../../elements/sum.tsx'
import { Choice } from './entries-tab.tsx'
import { MonthsChart } from './months-chart.tsx'
import { useTrialBalance } from './queries.ts'

const MONTH = 'YYYY-MM'

/** What each account held, what came on either side, and what it holds, month by month. */
export function TrialTab({ onSheet }: { onSheet: (account: string, month: string) => void }) {
  const { communityId } = useCommunity()
  const [month, setMonth] = useState(dayjs().format(MONTH))
  const [fund, setFund] = useState<Fund>()
  const query = useTrialBalance(communityId, month, fund)
  return (
    <>
      <MonthsChart onPick={setMonth} />
      <Panel>
        <Bar>
          <DatePicker
            picker="month"
            allowClear={false}
            aria-label="月份"
            format="YYYY年M月"
            value={dayjs(month)}
            onChange={(at) => setMonth(at!.format(MONTH))}
          />
          <Choice<Fund> word="资金" labels={funds} value={fund} onChange={setFund} />
        </Bar>
        {query.isError && (
          <div style={{ padding: 16 }}>
            <RetryNote query={query} />
          </div>
        )}
        {query.isPending && <Skeleton active style={{ padding: 20 }} />}
        {query.data && <Trial trial={query.data} whole={!fund} onSheet={onSheet} />}
      </Panel>
    </>
  )
}

type Row = TrialBalance['accounts'][number]

function Trial({
  trial,
  whole,
  onSheet,
}: {
  trial: TrialBalance
  whole: boolean
  onSheet: (account: string, month: string) => void
}) {
  if (trial.accounts.length === 0) return <EmptyPlace title="这个月以前还没有记过账" />
  const order = codesOf(ledgerAccounts)
  const rows = trial.accounts.toSorted((one, other) => order.indexOf(one.account) - order.indexOf(other.account))
  const column = (title: string, of: (row: Row) => number) => ({
    title,
    width: 150,
    align: 'right' as const,
    render: (_: unknown, row: Row) => <Sum fen={of(row)} />,
  })
  return (
    <>
      {whole && trial.debitFen !== trial.creditFen && (
        <Alert type="error" showIcon title="借贷不平，请联系系统管理员" style={{ margin: 16 }} />
      )}
      <Table<Row>
        rowKey="account"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 760 }}
        columns={[
          {
            title: '科目',
            render: (_, { account }) => (
              <Button type="link" style={{ padding: 0 }} onClick={() => onSheet(account, trial.month)}>
                {ledgerAccounts[account]}
              </Button>
            ),
          },
          column('期初余额', ({ openingFen }) => openingFen),
          column('本期借方', ({ debitFen }) => debitFen),
          column('本期贷方', ({ creditFen }) => creditFen),
          column('期末余额', ({ closingFen }) => closingFen),
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>
              <strong>合计{whole && trial.debitFen === trial.creditFen && '（借贷相等）'}</strong>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={1} />
            <Table.Summary.Cell index={2} align="right">
              <Sum fen={trial.debitFen} strong />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} align="right">
              <Sum fen={trial.creditFen} strong />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={4} />
          </Table.Summary.Row>
        )}
      />
    </>
  )
}
