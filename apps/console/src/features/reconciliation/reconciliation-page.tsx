import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { Page } from '../../elements/page.tsx'
import { PaymentDrawer } from '../payments/payment-drawer.tsx'
import { DaysTab } from './days-tab.tsx'
import { DifferencesTab } from './differences-tab.tsx'
import { useReconciliationNumbers } from './queries.ts'

/** WeChat's bill of each day beside our books, and the work list of what differs. */
export function ReconciliationPage() {
  const { communityId } = useCommunity()
  const numbers = useReconciliationNumbers(communityId, true)
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
  const [day, payment] = [search.get('day'), search.get('payment')]
  const open = numbers.data?.open ?? 0
  return (
    <Page title="对账" about="每天 10 点起自动取前一天的微信支付账单，与系统收款、退款逐笔核对，两边都查">
      <Tabs
        activeKey={search.get('tab') === 'differences' ? 'differences' : 'days'}
        onChange={(tab) => go({ tab })}
        items={[
          {
            key: 'days',
            label: '每日对账',
            children: <DaysTab onDifferences={(next) => go({ tab: 'differences', day: next })} />,
          },
          {
            key: 'differences',
            label: open > 0 ? `差异（${open} 条待处理）` : '差异',
            children: (
              <DifferencesTab
                key={day ?? 'all'}
                day={day}
                onDay={(next) => go({ day: next })}
                onPayment={(next) => go({ payment: next })}
              />
            ),
          },
        ]}
      />
      {payment && <PaymentDrawer key={payment} id={payment} onClose={() => go({ payment: null })} />}
    </Page>
  )
}
