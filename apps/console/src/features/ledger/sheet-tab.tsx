import { entryKinds, funds, ledgerAccounts, ledgerSides } from '@yinuo/contracts'
import type { AccountSheetLine, Fund, LedgerAccount, LedgerSide } from '@yinuo/contracts'
import { Button, DatePicker, Segmented, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useCommunity } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Sum } from '../../elements/sum.tsx'
import { Choice, optionsOf } from './entries-tab.tsx'
import { useAccountSheet } from './queries.ts'
import { categoryWord } from './words.ts'

interface SheetProps {
  account: LedgerAccount
  month: string
  onChange: (account: LedgerAccount, month: string) => void
  onOpen: (id: string) => void
}

/** An account line by line, with what it held after each. */
export function SheetTab({ account, month, onChange, onOpen }: SheetProps) {
  const { communityId } = useCommunity()
  const [fund, setFund] = useState<Fund>()
  const sheet = useAccountSheet(communityId, { account, month, ...(fund && { fund }) })
  const side = (of: LedgerSide) => ({
    title: ledgerSides[of],
    width: 130,
    align: 'right' as const,
    render: (_: unknown, line: AccountSheetLine) => line.side === of && <Sum fen={line.amountFen} />,
  })
  return (
    <Panel>
      <Bar>
        <DatePicker
          picker="month"
          allowClear={false}
          aria-label="月份"
          format="YYYY年M月"
          value={dayjs(month)}
          onChange={(at) => onChange(account, at!.format('YYYY-MM'))}
        />
        <Segmented<LedgerAccount>
          aria-label="科目"
          value={account}
          onChange={(next) => onChange(next, month)}
          options={optionsOf(ledgerAccounts)}
        />
        <Choice<Fund> word="资金" labels={funds} value={fund} onChange={setFund} />
        <span style={{ flex: 1 }} />
        <span>
          期初余额 <Sum fen={sheet.openingFen} strong />
        </span>
      </Bar>
      <Listing query={sheet} count={sheet.rows.length} empty={<EmptyPlace title="这个月没有发生" />}>
        <Table<AccountSheetLine>
          rowKey={({ entryId, line }) => `${entryId}/${line}`}
          size="small"
          dataSource={sheet.rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            { title: '日期', width: 110, dataIndex: 'bookedOn' },
            { title: '业务', width: 100, render: (_, { kind }) => entryKinds[kind] },
            {
              title: '摘要',
              render: (_, line) => (
                <>
                  <Button
                    type="link"
                    style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
                    onClick={() => onOpen(line.entryId)}
                  >
                    {line.text || entryKinds[line.kind]}
                  </Button>
                  <div style={{ color: 'var(--secondary)' }}>
                    {[line.fund && funds[line.fund], line.category && categoryWord(line.category)].filter(Boolean).join(' · ')}
                  </div>
                </>
              ),
            },
            side('debit'),
            side('credit'),
            { title: '余额', width: 140, align: 'right', render: (_, { balanceFen }) => <Sum fen={balanceFen} strong /> },
          ]}
        />
      </Listing>
    </Panel>
  )
}
