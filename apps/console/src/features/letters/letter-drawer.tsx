import { DownloadOutlined } from '@ant-design/icons'
import { letterAnswerKinds, letterAnswerStates } from '@yinuo/contracts'
import type { LetterView } from '@yinuo/contracts'
import { Alert, App, Button, Descriptions, Drawer, Skeleton, Space, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Photos } from '../../elements/photos.tsx'
import { sentenceOf } from '../../elements/refusal.tsx'
import { saveFile } from '../../elements/save-file.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { AppendForm } from './append-form.tsx'
import { LetterStateTag, CaseLink, SenderMark } from './letter-marks.tsx'
import { PutAsideForm } from './put-aside-form.tsx'
import { useLetter } from './queries.ts'
import { RegisterForm } from './register-form.tsx'

const doings = { register: '登记', append: '并入已有投诉', 'put-aside': '搁置' } as const
type Doing = keyof typeof doings

/** One letter as plain text, with what came along and what may be made of it. */
export function LetterDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useLetter(communityId, id)
  const letter = query.data
  return (
    <Drawer open size={720} title={letter ? letter.subject || '（没有主题）' : '来信'} onClose={onClose}>
      {query.isPending && <Skeleton active />}
      {query.isError && <RetryNote query={query} />}
      {letter && (
        <>
          {letter.sender === 'unverified' && (
            <Alert
              type="warning"
              showIcon
              title="发件人未通过验证，可能是冒名。请先用档案里的电话核实，再登记。"
              style={{ marginBottom: 16 }}
            />
          )}
          <Head communityId={communityId} letter={letter} />
          <Typography.Paragraph style={{ margin: '16px 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 15 }}>
            {letter.content || '（没有正文）'}
          </Typography.Paragraph>
          <Attachments communityId={communityId} letter={letter} />
          <Answers letter={letter} />
          {!letter.case && <Decide letter={letter} onReload={() => void query.refetch()} />}
        </>
      )}
    </Drawer>
  )
}

function Head({ communityId, letter }: { communityId: string; letter: LetterView }) {
  const { household } = letter
  return (
    <Descriptions
      column={2}
      size="small"
      items={[
        {
          key: 'from',
          label: '发件人',
          span: 2,
          children: (
            <span style={{ overflowWrap: 'anywhere' }}>
              {letter.fromName} {letter.fromAddress && `<${letter.fromAddress}>`} <SenderMark sender={letter.sender} />
            </span>
          ),
        },
        ...(household ? [{ key: 'home', label: '住户', span: 2, children: `${household.name} · ${household.unitLabel}` }] : []),
        { key: 'received', label: '收到', children: <TimeText at={letter.receivedAt} /> },
        { key: 'sent', label: '写于', children: letter.sentAt ? <TimeText at={letter.sentAt} /> : '未写明' },
        {
          key: 'state',
          label: '状态',
          span: 2,
          children: (
            <span>
              <LetterStateTag state={letter.state} /> <CaseLink communityId={communityId} letter={letter} /> {letter.reason}
              {letter.decidedBy && letter.decidedAt && (
                <span style={{ color: 'var(--secondary)' }}>
                  （{letter.decidedBy}，<TimeText at={letter.decidedAt} />）
                </span>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}

const megabytes = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`

function Attachments({ communityId, letter }: { communityId: string; letter: LetterView }) {
  const { message } = App.useApp()
  const [loading, setLoading] = useState<number | null>(null)
  const save = async (number: number, name: string) => {
    setLoading(number)
    try {
      const path = { communityId, id: letter.id, number: String(number) }
      saveFile((await call('GET /communities/{communityId}/letters/{id}/documents/{number}', { path })) as Blob, name)
    } catch (failure) {
      message.error(sentenceOf(failure))
    } finally {
      setLoading(null)
    }
  }
  if (letter.files.length + letter.documents.length + letter.leftOut.length + letter.remarks.length === 0) return null
  return (
    <section aria-label="附件" style={{ marginBottom: 16 }}>
      <Photos files={letter.files} />
      <Space wrap style={{ marginTop: 8 }}>
        {letter.documents.map(({ number, name, bytes }) => (
          <Button key={number} icon={<DownloadOutlined />} loading={loading === number} onClick={() => void save(number, name)}>
            {name}（{megabytes(bytes)}）
          </Button>
        ))}
      </Space>
      <ul style={{ color: 'var(--secondary)', fontSize: 13, paddingLeft: 20, margin: '8px 0 0' }}>
        {letter.leftOut.map(({ name, bytes, reason }, at) => (
          <li key={at}>
            {name}（{megabytes(bytes)}）：{reason}
          </li>
        ))}
        {letter.remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </section>
  )
}

function Answers({ letter }: { letter: LetterView }) {
  if (letter.answers.length === 0) return null
  return (
    <section aria-label="回信" style={{ marginBottom: 16 }}>
      <Typography.Text strong>回信</Typography.Text>
      {letter.answers.map(({ id, kind, state, failure, content, askedAt }) => (
        <div key={id} style={{ borderLeft: '3px solid var(--line)', paddingLeft: 12, marginTop: 8 }}>
          <div style={{ color: 'var(--secondary)', fontSize: 13 }}>
            {letterAnswerKinds[kind]} · {letterAnswerStates[state]}
            {failure && `：${failure}`} · <TimeText at={askedAt} />
          </div>
          <div style={{ whiteSpace: 'pre-wrap' }}>{content}</div>
        </div>
      ))}
    </section>
  )
}

function Decide({ letter, onReload }: { letter: LetterView; onReload: () => void }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  if (doing === null)
    return (
      <Space wrap>
        <Button type="primary" onClick={() => setDoing('register')}>
          {doings.register}
        </Button>
        <Button onClick={() => setDoing('append')}>{doings.append}</Button>
        {letter.state !== 'put-aside' && <Button onClick={() => setDoing('put-aside')}>{doings['put-aside']}</Button>}
      </Space>
    )
  const about = { letter, onCancel: () => setDoing(null), onReload }
  return (
    <section aria-label={doings[doing]} style={{ borderTop: '1px solid var(--line)', paddingTop: 16 }}>
      {doing === 'register' && <RegisterForm {...about} />}
      {doing === 'append' && <AppendForm {...about} />}
      {doing === 'put-aside' && <PutAsideForm {...about} />}
    </section>
  )
}
