import { ArrowLeftOutlined } from '@ant-design/icons'
import { noticeCategories, editionStates } from '@yinuo/contracts'
import type { NoticeEdition, NoticeView } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { Photos } from '../../elements/photos.tsx'
import { PrintButton, Sheet } from '../../elements/sheet.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { spokenDay } from '../../words/time.ts'
import { DiscardButton } from './discard-button.tsx'
import { Reach } from './audience-field.tsx'
import { NoticeTag } from './marks.tsx'
import { NoticeEditor } from './notice-editor.tsx'
import { NoticeText, PhonePreview } from './notice-text.tsx'
import styles from './notices.module.css'
import { noticeKeys, useNotice } from './queries.ts'
import { Receipts } from './receipts.tsx'
import { CorrectDialog, PlainStep, RefuseDialog, ScheduleDialog, useMayDecide, WithdrawDialog } from './steps.tsx'

const dialogs = { correct: CorrectDialog, refuse: RefuseDialog, schedule: ScheduleDialog, withdraw: WithdrawDialog }
const views = { text: '内容', receipts: '阅读情况', editions: '版本', paper: '张贴打印' }
type View = keyof typeof views

/** One notice: what it says, where it stands, who has read it, and its paper for the board. */
export function NoticePage() {
  const { id = '' } = useParams()
  const { communityId } = useCommunity()
  const query = useNotice(communityId, id)
  const notice = query.data
  const [view, setView] = useState<View>('text')
  return (
    <Page
      title={notice?.title ?? '公告'}
      about={
        <>
          <Link to={`/c/${communityId}/notices`}>
            <ArrowLeftOutlined /> 全部公告
          </Link>
          {notice && (
            <span style={{ marginLeft: 12 }}>
              <NoticeTag state={notice.state} /> {noticeCategories[notice.category]} · {notice.audienceText} ·{' '}
              {notice.writtenByName}
            </span>
          )}
        </>
      }
      actions={notice && <Actions notice={notice} />}
    >
      <Listing query={query} count={notice ? 1 : 0} empty={<EmptyPlace title="没有这则公告" />}>
        {notice && (
          <>
            <Segmented<View>
              aria-label="看什么"
              style={{ marginBottom: 12 }}
              value={view}
              onChange={setView}
              options={(Object.keys(views) as View[])
                .filter((each) => each === 'text' || each === 'paper' || notice.edition > 0)
                .map((value) => ({ value, label: views[value] }))}
            />
            {view === 'text' && <Text notice={notice} />}
            {view === 'receipts' && <Receipts notice={notice} />}
            {view === 'editions' && <Editions editions={notice.editions} />}
            {view === 'paper' && <Paper notice={notice} />}
          </>
        )}
      </Listing>
    </Page>
  )
}

function Actions({ notice }: { notice: NoticeView }) {
  const may = useMay()
  const mayDecide = useMayDecide(notice)
  const [dialog, setDialog] = useState<keyof typeof dialogs | 'edit' | null>(null)
  const Dialog = dialog && dialog !== 'edit' && dialogs[dialog]
  const { state } = notice
  const open = (name: NonNullable<typeof dialog>, word: string, danger = false) => (
    <Button danger={danger} onClick={() => setDialog(name)}>
      {word}
    </Button>
  )
  const close = () => setDialog(null)
  const waits = state === 'submitted' || notice.correctionWaits
  const mayEdit = may('notices.edit')
  const isReady = state === 'approved' || state === 'scheduled'
  return (
    <>
      {mayEdit && state !== 'published' && state !== 'withdrawn' && open('edit', '修改')}
      {mayEdit && state === 'published' && !notice.correctionWaits && open('correct', '更正')}
      {mayEdit && (state === 'published' || state === 'scheduled') && open('withdraw', '撤回', true)}
      {mayEdit && isReady && open('schedule', state === 'scheduled' ? '改时间' : '定时发布')}
      {mayDecide && waits && open('refuse', '不通过', true)}
      {mayEdit && state === 'draft' && <DiscardButton notice={notice} />}
      {mayEdit && (state === 'draft' || state === 'refused') && (
        <PlainStep notice={notice} step="submit">
          提交审核
        </PlainStep>
      )}
      {mayDecide && waits && (
        <PlainStep notice={notice} step="approve">
          通过
        </PlainStep>
      )}
      {mayEdit && isReady && (
        <PlainStep notice={notice} step="publish">
          立即发布
        </PlainStep>
      )}
      {Dialog && <Dialog notice={notice} onClose={close} />}
      {dialog === 'edit' && <NoticeEditor notice={notice} onClose={close} onSaved={close} />}
    </>
  )
}

function Text({ notice }: { notice: NoticeView }) {
  const waiting = notice.editions.find(({ state }) => state === 'waiting')
  const isOut = notice.state === 'published' || notice.state === 'withdrawn'
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {notice.refusedBecause && <Alert type="warning" showIcon title={`未通过：${notice.refusedBecause}`} />}
      {notice.withdrawnBecause && <Alert type="warning" showIcon title={`已撤回：${notice.withdrawnBecause}`} />}
      {notice.scheduledFor && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              定于 <TimeText at={notice.scheduledFor} /> 发布
            </>
          }
        />
      )}
      {!isOut && <Reach audience={notice.audience} urgent={notice.urgent} />}
      <div className={styles['beside']}>
        <PhonePreview {...notice} />
        {waiting && (
          <div>
            <p style={{ marginBottom: 8 }}>
              <StateTag tone="soon">更正待审核</StateTag> {waiting.note}
              {waiting.tellAgain && '（通过后重新通知住户）'}
            </p>
            <PhonePreview category={notice.category} title={waiting.title} body={waiting.body} />
          </div>
        )}
        <Panel title="发布" padded>
          <p>撰写：{notice.writtenByName}</p>
          {notice.submittedByName && <p>提交：{notice.submittedByName}</p>}
          {notice.decidedByName && <p>审核：{notice.decidedByName}</p>}
          {notice.publishedAt && (
            <p>
              发布：
              <TimeText at={notice.publishedAt} />
            </p>
          )}
          {notice.pinnedUntil && <p>置顶到 {spokenDay(notice.pinnedUntil)}</p>}
          {notice.urgent && <p>紧急：同时发短信</p>}
          <Photos files={notice.files} />
        </Panel>
      </div>
    </div>
  )
}

function Editions({ editions }: { editions: NoticeEdition[] }) {
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {editions.map((edition) => (
        <Panel key={edition.number} title={`第 ${edition.number} 版 · ${editionStates[edition.state]}`} padded>
          <p style={{ color: 'var(--secondary)' }}>
            {edition.writtenByName} · <TimeText at={edition.publishedAt ?? edition.writtenAt} />
            {edition.note && ` · ${edition.note}`}
            {edition.refusedBecause && ` · 未通过：${edition.refusedBecause}`}
          </p>
          <h3>{edition.title}</h3>
          <NoticeText body={edition.body} />
          <Photos files={edition.files} />
        </Panel>
      ))}
    </div>
  )
}

/** For the glass case in the lobby: large letters, and a code that leads to the notice. */
function Paper({ notice }: { notice: NoticeView }) {
  const { communityId, name } = useCommunity()
  const { id } = notice
  const code = useQuery({
    queryKey: [...noticeKeys(communityId).one(id), 'code'],
    queryFn: () => call('GET /communities/{communityId}/notices/{id}/code', { path: { communityId, id } }),
    staleTime: Infinity,
  })
  return (
    <>
      <div style={{ marginBottom: 12, textAlign: 'right' }}>
        <PrintButton />
      </div>
      <Sheet title={notice.title} poster>
        <div className={styles['paper']}>
          <NoticeText body={notice.body} />
          <footer>
            <span>
              {name}物业服务中心
              <br />
              {new Date(notice.publishedAt ?? notice.updatedAt).toLocaleDateString('zh-CN', {
                timeZone: 'Asia/Shanghai',
                dateStyle: 'long',
              })}
            </span>
            {code.data && (
              <span style={{ textAlign: 'center', fontSize: 16 }}>
                <img src={code.data.picture} alt="公告二维码" />
                <br />
                微信扫码查看
              </span>
            )}
          </footer>
        </div>
      </Sheet>
    </>
  )
}
