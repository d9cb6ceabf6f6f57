import { codesOf, funds } from '@yinuo/contracts'
import type { Fund, StatementRow } from '@yinuo/contracts'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { yuan } from '../../words/money.ts'
import { useReconciling, useRenewal } from './queries.ts'

/** Out of which fund a day's fees are paid. */
export function FeeDialog({ statement, onClose }: { statement: StatementRow; onClose: () => void }) {
  const { communityId } = useCommunity()
  const renew = useRenewal()
  const [fund, setFund] = useState<Fund>('property-fee')
  const entering = useReconciling(
    (body: { fund: Fund }, idempotencyKey) =>
      call('POST /communities/{communityId}/pay-statements/{id}/fee', {
        path: { communityId, id: statement.id },
        body,
        idempotencyKey,
      }),
    () => '手续费已登记为支出',
    onClose,
  )
  return (
    <Modal
      open
      title={`${statement.day} 手续费 ${yuan(statement.ownFeeFen ?? 0)}`}
      okText="登记支出"
      confirmLoading={entering.busy}
      onOk={() => entering.submit({ fund })}
      onCancel={onClose}
    >
      <p>本小区收款的支付手续费由微信直接扣除，登记后计入收支登记和公示。从哪项资金列支？</p>
      <Select<Fund>
        aria-label="资金类别"
        style={{ width: '100%', marginBottom: 12 }}
        value={fund}
        onChange={setFund}
        options={codesOf(funds).map((value) => ({ value, label: funds[value] }))}
      />
      <Refusal failure={entering.failure} onReload={renew} />
    </Modal>
  )
}
