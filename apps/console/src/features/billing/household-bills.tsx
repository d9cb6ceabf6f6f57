import { FilePdfOutlined } from '@ant-design/icons'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useMay } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { sentenceOf } from '../../elements/refusal.tsx'
import { saveFile } from '../../elements/save-file.ts'
import { yuan } from '../../words/money.ts'
import styles from './billing.module.css'
import { useUnitAccount } from './queries.ts'
import { thisMonth } from './today.ts'

/** What this home owes and has paid ahead, the way to its bills, and a statement to print. */
export function HouseholdBills({ communityId, unitId }: { communityId: string; unitId: string }) {
  const mayRead = useMay()('billing.read')
  const query = useUnitAccount(communityId, unitId, mayRead)
  const [printing, setPrinting] = useState(false)
  if (!mayRead) return null
  const account = query.data
  return (
    <Panel title="缴费" padded>
      {query.isError && <RetryNote query={query} />}
      {account && (
        <>
          <ul className={styles['lines']}>
            <li>
              <span>未缴 {account.owedBills} 张</span>
              <span className={styles['total']}>{yuan(account.owedFen)}</span>
            </li>
            {account.overdueFen > 0 && (
              <li>
                <span>其中已逾期</span>
                <span>{yuan(account.overdueFen)}</span>
              </li>
            )}
            <li>
              <span>预存余额</span>
              <span>{yuan(account.balanceFen)}</span>
            </li>
          </ul>
          <Link to={`/c/${communityId}/bills?unitId=${unitId}`} style={{ marginRight: 16 }}>
            看全部账单
          </Link>
          <Button type="link" icon={<FilePdfOutlined />} onClick={() => setPrinting(true)}>
            对账单
          </Button>
          {printing && (
            <StatementDialog
              communityId={communityId}
              unitId={unitId}
              unitLabel={account.unitLabel}
              onClose={() => setPrinting(false)}
            />
          )}
        </>
      )}
    </Panel>
  )
}

interface StatementProps {
  communityId: string
  unitId: string
  unitLabel: string
  onClose: () => void
}

function StatementDialog({ communityId, unitId, unitLabel, onClose }: StatementProps) {
  const { message } = App.useApp()
  const [from, setFrom] = useState(() => `${thisMonth().slice(0, 4)}-01`)
  const [to, setTo] = useState(thisMonth)
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      const path = { communityId, id: unitId }
      const file = await call('GET /communities/{communityId}/units/{id}/bill-statement', { path, query: { from, to } })
      saveFile(file as Blob, `${unitLabel}-对账单-${from}-${to}.pdf`)
      onClose()
    } catch (refused) {
      message.error(sentenceOf(refused))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title="缴费对账单"
      okText="下载 PDF"
      okButtonProps={{ loading: busy, disabled: from > to }}
      onOk={take}
      onCancel={onClose}
      width={400}
    >
      <p className={styles['quiet']}>列出这段时间的每张账单、怎么算的、缴了多少。</p>
      <Input type="month" aria-label="开始账期" value={from} onChange={(event) => setFrom(event.target.value)} />
      <Input
        type="month"
        aria-label="结束账期"
        value={to}
        onChange={(event) => setTo(event.target.value)}
        style={{ marginTop: 8 }}
      />
    </Modal>
  )
}
