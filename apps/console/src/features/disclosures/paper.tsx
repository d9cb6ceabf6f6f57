import { funds, periodName, publishedSides } from '@yinuo/contracts'
import type { DisclosureView } from '@yinuo/contracts'
import { shortCode } from '@yinuo/disclosure-proof'
import { Button, QRCode } from 'antd'
import { PrintButton, Sheet, SheetPart } from '../../elements/sheet.tsx'
import { spokenDay } from '../../words/time.ts'
import { yuan } from '../../words/money.ts'
import styles from './disclosures.module.css'

/** Where anybody checks it: the code on paper carries what the paper says, so that the two can be compared. */
const checkAddress = (id: string, headHash: string) => `${location.origin}/verify.html#id=${id}&head=${headHash.slice(0, 24)}`

/** For the glass case in the lobby: sums, explanations, and a code that leads to the check. */
export function Paper({ disclosure }: { disclosure: DisclosureView }) {
  const { id, fund, from, to, edition, reason, notes, totals, openingFen, closingFen, headHash, company, community } = disclosure
  const address = checkAddress(id, headHash ?? '')
  return (
    <>
      <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', marginBottom: 12 }}>
        <Button href={address} target="_blank">
          打开核验页
        </Button>
        <PrintButton />
      </div>
      <Sheet
        title={`${community}${funds[fund]}收支公示`}
        about={`${periodName(from, to)}（${spokenDay(from)} 至 ${spokenDay(to)}）${edition > 1 ? ` · 第 ${edition} 版` : ''}`}
      >
        {reason && <SheetPart title="更正原因">{reason}</SheetPart>}
        <SheetPart title="收支">
          <table>
            <thead>
              <tr>
                <th>收支</th>
                <th>项目</th>
                <th className={styles['number']}>笔数</th>
                <th className={styles['number']}>金额</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td colSpan={3}>期初结余</td>
                <td className={styles['number']}>{yuan(openingFen)}</td>
              </tr>
              {totals.map((total) => (
                <tr key={`${total.side} ${total.charge}`}>
                  <td>{publishedSides[total.side]}</td>
                  <td>{total.charge}</td>
                  <td className={styles['number']}>{total.lines}</td>
                  <td className={styles['number']}>{yuan(total.amountFen)}</td>
                </tr>
              ))}
              <tr>
                <th colSpan={3}>期末结余</th>
                <th className={styles['number']}>{yuan(closingFen)}</th>
              </tr>
            </tbody>
          </table>
        </SheetPart>
        {notes && <SheetPart title="说明">{notes}</SheetPart>}
        <div className={styles['foot']}>
          <div>
            <p>{company}</p>
            <p>{spokenDay((disclosure.postedAt ?? '').slice(0, 10))}</p>
            <p style={{ marginTop: 12 }}>
              校验码 <code>{shortCode(headHash ?? '')}</code>
            </p>
            <p className={styles['note']}>扫右边的码，任何人都能核对：纸上与网上是同一份，明细没有改动，合计由明细加总。</p>
          </div>
          <QRCode value={address} size={132} bordered={false} type="svg" />
        </div>
      </Sheet>
    </>
  )
}
