import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useMay } from '../../app/community.ts'
import { Page } from '../../elements/page.tsx'
import { MerchantsTab } from './merchants-tab.tsx'
import { OverpaymentsTab } from './overpayments-tab.tsx'
import { PaymentDrawer } from './payment-drawer.tsx'
import { PaymentsTab } from './payments-tab.tsx'
import { RefundsTab } from './refunds-tab.tsx'

/** What came in, what goes back, what was too much, and who takes it. */
export function PaymentsPage() {
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
  const open = (payment: string) => go({ payment })
  const payment = search.get('payment')
  const items = [
    { key: 'payments', label: '收款', children: <PaymentsTab onOpen={open} /> },
    { key: 'refunds', label: '退款', children: <RefundsTab onOpen={open} /> },
    { key: 'overpayments', label: '多收款', children: <OverpaymentsTab onOpen={open} /> },
    ...(may('payments.merchant') ? [{ key: 'merchants', label: '微信支付设置', children: <MerchantsTab /> }] : []),
  ]
  const tab = items.find(({ key }) => key === search.get('tab'))?.key ?? 'payments'
  return (
    <Page title="收款" about="每笔收款对应账单、收据和账目；到账以微信支付的签名通知或查单为准，不以手机显示为准">
      <Tabs activeKey={tab} onChange={(next) => go({ tab: next })} items={items} />
      {payment && <PaymentDrawer key={payment} id={payment} onClose={() => go({ payment: null })} />}
    </Page>
  )
}
