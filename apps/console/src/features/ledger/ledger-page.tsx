import { SwapOutlined } from '@ant-design/icons'
import { codesOf, ledgerAccounts } from '@yinuo/contracts'
import { Button, Tabs } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMay } from '../../app/community.ts'
import { Page } from '../../elements/page.tsx'
import { AdjustDrawer, TransferDrawer } from './by-hand-drawers.tsx'
import { ClosingTab } from './closing-tab.tsx'
import { EntriesTab } from './entries-tab.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { SheetTab } from './sheet-tab.tsx'
import { TrialTab } from './trial-tab.tsx'

const tabs = ['entries', 'trial', 'sheet', 'closing']

/** The books: entries, balances, accounts line by line, months. */
export function LedgerPage() {
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [doing, setDoing] = useState<'transfer' | 'adjust' | null>(null)
  const tab = tabs.find((each) => each === search.get('tab')) ?? 'entries'
  const account = codesOf(ledgerAccounts).find((each) => each === search.get('account')) ?? 'bank'
  const month = search.get('month') ?? dayjs().format('YYYY-MM')
  const entry = search.get('entry')
  const go = (change: Record<string, string | null>) =>
    setSearch(
      (now) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === null) now.delete(name)
          else now.set(name, value)
        }
        return now
      },
      { replace: true },
    )
  const open = (id: string) => go({ entry: id })
  const sheet = (of: string, at: string) => go({ tab: 'sheet', account: of, month: at })
  return (
    <Page
      title="账簿"
      about="收款、退款、账单和收支自动记账，复式记账，只增不改；每月结账后不能再改动"
      actions={
        may('ledger.edit') && (
          <>
            <Button onClick={() => setDoing('adjust')}>手工调整</Button>
            <Button icon={<SwapOutlined />} onClick={() => setDoing('transfer')}>
              资金调拨
            </Button>
          </>
        )
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(next) => go({ tab: next })}
        items={[
          { key: 'entries', label: '账目', children: <EntriesTab onOpen={open} /> },
          { key: 'trial', label: '试算平衡表', children: <TrialTab onSheet={sheet} /> },
          {
            key: 'sheet',
            label: '明细账',
            children: <SheetTab account={account} month={month} onChange={sheet} onOpen={open} />,
          },
          { key: 'closing', label: '结账', children: <ClosingTab /> },
        ]}
      />
      {entry && <EntryDrawer key={entry} id={entry} onOpen={open} onClose={() => go({ entry: null })} />}
      {doing === 'transfer' && <TransferDrawer onDone={open} onClose={() => setDoing(null)} />}
      {doing === 'adjust' && <AdjustDrawer onDone={open} onClose={() => setDoing(null)} />}
    </Page>
  )
}
