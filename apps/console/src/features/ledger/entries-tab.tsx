import { codesOf, entryKinds, funds, ledgerAccounts } from '@yinuo/contracts'
import type { EntryKind, Fund, LedgerAccount, LedgerEntryRow } from '@yinuo/contracts'
import { Button, DatePicker, Input, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useCommunity } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { useEntries, type EntryFilters } from './queries.ts'

const DAY = 'YYYY-MM-DD'
export const optionsOf = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }))

/** Every entry, the latest day first. */
export function EntriesTab({ onOpen }: { onOpen: (id: string) => void }) {
  const { communityId } = useCommunity()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Omit<EntryFilters, 'query'>>({})
  const query = useSettled(typed.trim(), 300)
  const filters = { ...chosen, ...(query && { query }) }
  const entries = useEntries(communityId, filters)
  const set = (change: Partial<EntryFilters>) => setChosen((now) => ({ ...now, ...change }))
  return (
    <Panel>
      <Bar>
        <Input.Search
          allowClear
          placeholder="搜摘要、房号或记账人"
          aria-label="搜账目"
          style={{ width: 220 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <DatePicker.RangePicker
          aria-label="日期"
          style={{ width: 260 }}
          value={chosen.from && chosen.to ? [dayjs(chosen.from), dayjs(chosen.to)] : null}
          onChange={(days) => set({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
        />
        <Choice<EntryKind> word="业务" labels={entryKinds} value={chosen.kind} onChange={(kind) => set({ kind })} />
        <Choice<LedgerAccount>
          word="科目"
          labels={ledgerAccounts}
          value={chosen.account}
          onChange={(account) => set({ account })}
        />
        <Choice<Fund> word="资金" labels={funds} value={chosen.fund} onChange={(fund) => set({ fund })} />
        <span style={{ flex: 1 }} />
        <ExportButton list="ledgerEntries" filters={filters} />
      </Bar>
      <Listing
        query={entries}
        count={entries.rows.length}
        empty={<EmptyPlace title="没有账目" hint="收款、退款、收支登记后自动记账。" />}
      >
        <Table<LedgerEntryRow>
          rowKey="id"
          dataSource={entries.rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            { title: '日期', width: 110, dataIndex: 'bookedOn' },
            { title: '业务', width: 110, render: (_, { kind }) => entryKinds[kind] },
            {
              title: '摘要',
              render: (_, entry) => (
                <>
                  <Button
                    type="link"
                    style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
                    onClick={() => onOpen(entry.id)}
                  >
                    {entry.text || entryKinds[entry.kind]}
                  </Button>
                  {entry.reversedBy && (
                    <>
                      {' '}
                      <StateTag tone="late">已被冲销</StateTag>
                    </>
                  )}
                </>
              ),
            },
            { title: '资金', width: 176, render: (_, entry) => entry.funds.map((fund) => funds[fund]).join('、') || '—' },
            { title: '金额', width: 130, align: 'right', render: (_, { amountFen }) => <Sum fen={amountFen} /> },
            { title: '附件', width: 64, align: 'right', render: (_, { vouchers }) => vouchers || '—' },
            { title: '记账人', width: 90, dataIndex: 'postedByName' },
          ]}
        />
      </Listing>
    </Panel>
  )
}

interface ChoiceProps<Code extends string> {
  word: string
  labels: Readonly<Record<Code, string>>
  value: Code | undefined
  onChange: (code: Code | undefined) => void
}

/** One of a label table, or all of them. */
export function Choice<Code extends string>({ word, labels, value, onChange }: ChoiceProps<Code>) {
  return (
    <Select<Code>
      allowClear
      placeholder={`全部${word}`}
      aria-label={word}
      style={{ width: 132 }}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={optionsOf(labels)}
    />
  )
}
