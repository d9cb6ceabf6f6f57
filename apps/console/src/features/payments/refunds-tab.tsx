import { codesOf, refundStates } from '@yinuo/contracts'
import type { RefundState } from '@yinuo/contracts'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { useRefunds } from './queries.ts'
import { RefundList } from './refund-list.tsx'

/** Refunds of the community; those that wait for approval when one looks for nothing else. */
export function RefundsTab({ onOpen }: { onOpen: (paymentId: string) => void }) {
  const [state, setState] = useState<RefundState | undefined>()
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim(), 300)
  const refunds = useRefunds({ ...(state && { state }), ...(query && { query }) })
  return (
    <Panel>
      <Bar>
        <Input.Search
          allowClear
          placeholder="搜房号"
          aria-label="搜退款"
          style={{ width: 200 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select<RefundState>
          allowClear
          placeholder="全部状态"
          aria-label="状态"
          style={{ width: 140 }}
          value={state ?? null}
          onChange={(next) => setState(next ?? undefined)}
          options={codesOf(refundStates).map((value) => ({ value, label: refundStates[value] }))}
        />
      </Bar>
      <Listing
        query={refunds}
        count={refunds.rows.length}
        empty={<EmptyPlace title="没有退款" hint="在一笔收款里点“申请退款”，超过限额由另一位同事审批。" />}
      >
        <RefundList refunds={refunds.rows} onOpen={onOpen} />
      </Listing>
    </Panel>
  )
}
