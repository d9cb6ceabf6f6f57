import { ArrowLeftOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { serverNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Page } from '../../elements/page.tsx'
import { PrintButton, Sheet, SheetPart, Signatures } from '../../elements/sheet.tsx'
import { yuan } from '../../words/money.ts'
import { dayOf, spokenDay } from '../../words/time.ts'
import { useHouseholdArrears } from './queries.ts'

/** A letter to a household, as it is printed: what is owed, how to pay, whom to ask. It asks and does not threaten. */
export function ArrearsLetterPage() {
  const { communityId } = useCommunity()
  const { unitId } = useParams()
  const query = useHouseholdArrears(communityId, unitId!)
  const home = query.data
  const today = dayOf(serverNow())
  return (
    <Page
      title="缴费通知"
      about={
        <Link to={`/c/${communityId}/arrears?unit=${unitId}`}>
          <ArrowLeftOutlined /> 返回欠费
        </Link>
      }
      actions={<PrintButton />}
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {home && (
        <Sheet title="缴费通知" about={`${home.communityName} · ${home.companyName}`}>
          <SheetPart title={`尊敬的 ${home.unitLabel} 住户：`}>
            您好！截至 {today.slice(0, 4)} 年 {spokenDay(today)}，贵户有下列账单尚未收到缴费，请您核对。
          </SheetPart>
          <SheetPart title="账单明细">
            <table>
              <thead>
                <tr>
                  <th>项目</th>
                  <th>期间</th>
                  <th>缴费日</th>
                  <th style={{ textAlign: 'right' }}>未缴金额</th>
                </tr>
              </thead>
              <tbody>
                {home.bills.map((bill) => (
                  <tr key={bill.id}>
                    <td>{bill.chargeName}</td>
                    <td>
                      {bill.periodFrom} 至 {bill.periodTo}
                    </td>
                    <td>{bill.dueOn}</td>
                    <td style={{ textAlign: 'right' }}>{yuan(bill.owedFen)}</td>
                  </tr>
                ))}
                <tr>
                  <th colSpan={3}>合计</th>
                  <th style={{ textAlign: 'right' }}>{yuan(home.owedFen)}</th>
                </tr>
              </tbody>
            </table>
          </SheetPart>
          <SheetPart title="怎么缴">
            {`1. 微信小程序“缴费”：可以看到每张账单怎么算的，选好后用微信支付。
2. 到物业前台：现金、银行转账或刷卡，当场开具收据。
如果已经缴纳，请忽略本通知。`}
          </SheetPart>
          <SheetPart title="有疑问请告诉我们">
            {`对账单或服务有意见，或暂时有困难，请拨打 ${home.hotline || '物业前台电话'}，我们会核对并答复您。`}
          </SheetPart>
          <Signatures who={['送达人', '签收人', '日期']} />
        </Sheet>
      )}
    </Page>
  )
}
