import { ArrowLeftOutlined } from '@ant-design/icons'
import type { ContactSheet } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Listing } from '../../elements/listing.tsx'
import { Page } from '../../elements/page.tsx'
import { PrintButton, Sheet, SheetPart } from '../../elements/sheet.tsx'
import { spokenDay } from '../../words/time.ts'
import styles from './hotline.module.css'
import { hotlineKeys, useContactSheet } from './queries.ts'

/** The same as in the mini-program, on paper for the glass case. */
export function ContactSheetPage() {
  const { communityId } = useCommunity()
  const query = useContactSheet(communityId)
  return (
    <Page
      title="怎么找到我们"
      about={
        <Link to={`/c/${communityId}/community`}>
          <ArrowLeftOutlined /> 小区资料
        </Link>
      }
      actions={<PrintButton />}
    >
      <Listing query={query} count={query.data ? 1 : 0}>
        {query.data && <Paper sheet={query.data} />}
      </Listing>
    </Page>
  )
}

function Paper({ sheet }: { sheet: ContactSheet }) {
  const parts = [
    ['服务前台', [sheet.frontDesk, sheet.hours && `服务时间：${sheet.hours}`]],
    ['电子邮箱', [sheet.email]],
    ['公众号', [sheet.officialAccount && `微信搜索“${sheet.officialAccount}”`]],
    ['监督委员会', [sheet.committee]],
    ['意见箱', sheet.boxes.map(({ name, place, nextOn }) => `${name}：${place}（${spokenDay(nextOn)}开箱）`)],
    ['补充说明', [sheet.note]],
  ] as const
  return (
    <Sheet title="怎么找到我们" about={`${sheet.communityName}物业服务中心 · ${sheet.address}`} poster>
      <div className={styles['hotline']}>
        <span>24 小时服务热线</span>
        <strong>{sheet.hotline}</strong>
      </div>
      <div className={styles['paper']}>
        {parts
          .map(([title, lines]) => [title, lines.filter(Boolean)] as const)
          .filter(([, lines]) => lines.length > 0)
          .map(([title, lines]) => (
            <SheetPart key={title} title={title}>
              {lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </SheetPart>
          ))}
      </div>
      <div className={styles['codes']}>
        <Code communityId={sheet.communityId} />
        {sheet.accountPicture && (
          <figure className={styles['code']}>
            <img src={sheet.accountPicture.url} alt="公众号二维码" />
            <figcaption>微信扫码，关注公众号{sheet.officialAccount && `“${sheet.officialAccount}”`}</figcaption>
          </figure>
        )}
      </div>
    </Sheet>
  )
}

/** The code of the community, where one was made; it opens the mini-program. */
function Code({ communityId }: { communityId: string }) {
  const { data } = useQuery({
    queryKey: [...hotlineKeys(communityId).sheet, 'code'],
    queryFn: () => call('GET /communities/{communityId}/contact-sheet/code', { path: { communityId } }),
    staleTime: Infinity,
  })
  if (!data?.picture) return null
  return (
    <figure className={styles['code']}>
      <img src={data.picture} alt="小程序码" />
      <figcaption>微信扫码，报修、投诉、查进度</figcaption>
    </figure>
  )
}
