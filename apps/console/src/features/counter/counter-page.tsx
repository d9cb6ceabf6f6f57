import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useMay } from '../../app/community.ts'
import { Page } from '../../elements/page.tsx'
import { DayEndDrawer } from './day-end-drawer.tsx'
import { DayEndsTab } from './day-ends-tab.tsx'
import { ReceiptDrawer } from './receipt-drawer.tsx'
import { ReceiptsTab } from './receipts-tab.tsx'
import { TakeTab } from './take-tab.tsx'

/** Money by hand: taken, receipted, counted. */
export function CounterPage() {
  const may = useMay()
  const [search, setSearch] = useSearchParams()
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
  const [receipt, dayEnd] = [search.get('receipt'), search.get('dayEnd')]
  const openReceipt = (id: string) => go({ receipt: id })
  const items = [
    ...(may('payments.take') ? [{ key: 'take', label: '收款', children: <TakeTab onReceipt={openReceipt} /> }] : []),
    { key: 'receipts', label: '收据', children: <ReceiptsTab onOpen={openReceipt} /> },
    { key: 'day-ends', label: '日结', children: <DayEndsTab onOpen={(id) => go({ dayEnd: id })} /> },
  ]
  const tab = items.find(({ key }) => key === search.get('tab'))?.key ?? items[0]!.key
  return (
    <Page title="柜台收款" about="现金、转账、刷卡当面收，收据立即开出；每天下班前日结，由另一位同事复核">
      <Tabs activeKey={tab} onChange={(next) => go({ tab: next })} items={items} destroyOnHidden />
      {receipt && <ReceiptDrawer key={receipt} id={receipt} onOpen={openReceipt} onClose={() => go({ receipt: null })} />}
      {dayEnd && <DayEndDrawer key={dayEnd} id={dayEnd} onClose={() => go({ dayEnd: null })} />}
    </Page>
  )
}
