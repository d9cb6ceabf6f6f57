import { ArrowLeftOutlined } from '@ant-design/icons'
import { funds, periodName } from '@yinuo/contracts'
import type { DisclosureView } from '@yinuo/contracts'
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { Actions } from './actions.tsx'
import { Findings } from './findings.tsx'
import { Lines } from './lines.tsx'
import { DisclosureTag } from './marks.tsx'
import { Notes } from './notes.tsx'
import { Paper } from './paper.tsx'
import { useDisclosure } from './queries.ts'
import { Questions } from './questions.tsx'
import { Sums } from './sums.tsx'
import styles from './disclosures.module.css'

const views = { sums: '收支', lines: '明细与凭证', questions: '提问', paper: '张贴打印' }
type View = keyof typeof views

/** One disclosure: what it says, what is to be looked at, its lines with vouchers, its paper for the board. */
export function DisclosurePage() {
  const { id = '' } = useParams()
  const { communityId } = useCommunity()
  const query = useDisclosure(communityId, id)
  const disclosure = query.data
  const [view, setView] = useState<View>('sums')
  const posted = disclosure?.state === 'posted'
  return (
    <Page
      title={disclosure ? `${funds[disclosure.fund]}收支公示 ${periodName(disclosure.from, disclosure.to)}` : '收支公示'}
      about={
        <>
          <Link to={`/c/${communityId}/disclosures`}>
            <ArrowLeftOutlined /> 公示日历
          </Link>
          {disclosure && (
            <span style={{ marginLeft: 12 }}>
              <DisclosureTag state={disclosure.state} />
              {disclosure.edition > 1 && ` 第 ${disclosure.edition} 版 · ${disclosure.reason}`}
            </span>
          )}
        </>
      }
      actions={disclosure && <Actions disclosure={disclosure} />}
    >
      <Listing query={query} count={disclosure ? 1 : 0} empty={<EmptyPlace title="没有这份公示" />}>
        {disclosure && (
          <>
            <Segmented<View>
              aria-label="看什么"
              style={{ marginBottom: 12 }}
              value={view}
              onChange={setView}
              options={(Object.keys(views) as View[])
                .filter((each) => posted || each === 'sums' || each === 'lines')
                .map((value) => ({ value, label: views[value] }))}
            />
            {view === 'sums' && <Overview disclosure={disclosure} />}
            {view === 'lines' && <Lines disclosure={disclosure} />}
            {view === 'questions' && <Questions disclosureId={disclosure.id} />}
            {view === 'paper' && <Paper disclosure={disclosure} />}
          </>
        )}
      </Listing>
    </Page>
  )
}

function Overview({ disclosure }: { disclosure: DisclosureView }) {
  const { communityId } = useCommunity()
  const { state, returnedBecause, editions, id } = disclosure
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {returnedBecause && state === 'draft' && <Alert type="warning" showIcon title={`退回修改：${returnedBecause}`} />}
      <div className={styles['two']}>
        <Sums disclosure={disclosure} />
        <div style={{ display: 'grid', gap: 12 }}>
          {state !== 'posted' && <Findings disclosure={disclosure} />}
          <Notes disclosure={disclosure} />
          <Panel title="经过" padded>
            <p>
              取数：
              <TimeText at={disclosure.copiedAt} />
              {disclosure.editedByName && `，编制：${disclosure.editedByName}`}
            </p>
            {disclosure.checkedByName && (
              <p>
                审核：{disclosure.checkedByName} <TimeText at={disclosure.checkedAt!} />
              </p>
            )}
            {disclosure.postedByName && (
              <p>
                发布：{disclosure.postedByName} <TimeText at={disclosure.postedAt!} />
              </p>
            )}
          </Panel>
          {editions.length > 1 && (
            <Panel title="各版本" padded>
              {editions.map((each) => (
                <p key={each.id}>
                  {each.id === id ? (
                    `第 ${each.edition} 版（本页）`
                  ) : (
                    <Link to={`/c/${communityId}/disclosures/${each.id}`}>第 {each.edition} 版</Link>
                  )}{' '}
                  <DisclosureTag state={each.state} /> {each.reason}
                </p>
              ))}
            </Panel>
          )}
        </div>
      </div>
    </div>
  )
}
