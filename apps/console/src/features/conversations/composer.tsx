import { PictureOutlined, ThunderboltOutlined } from '@ant-design/icons'
import { conversationLimits } from '@yinuo/contracts'
import type { ConversationView } from '@yinuo/contracts'
import { Button, Empty, Input, Popover } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import styles from './conversations.module.css'
import { useQuickReplies, useRenewal } from './queries.ts'

/** Writes an answer: Enter sends, Shift+Enter begins a line. What was not sent stays. */
export function Composer({ conversation: { communityId, id } }: { conversation: ConversationView }) {
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<KeptPhoto[]>([])
  const [withPhotos, setWithPhotos] = useState(false)
  const field = useRef<TextAreaRef>(null)
  const renew = useRenewal(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: { text?: string; fileIds: string[] }, idempotencyKey) =>
      call('POST /communities/{communityId}/conversations/{id}/reply', { path: { communityId, id }, body, idempotencyKey }),
    () => {
      setText('')
      setPhotos([])
      setWithPhotos(false)
      renew()
      field.current?.focus()
    },
  )
  const ready = text.trim() !== '' || photos.length > 0
  const send = () => {
    if (ready && !busy) void submit({ text: text.trim() || undefined, fileIds: photos.map((photo) => photo.id) })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <div className={styles['composer']}>
      <Refusal failure={failure} />
      {withPhotos && <PhotoPicker communityId={communityId} value={photos} onChange={setPhotos} />}
      <Input.TextArea
        ref={field}
        autoFocus
        value={text}
        maxLength={conversationLimits.textLength}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder="回复住户，Enter 发送，Shift+Enter 换行"
        aria-label="回复住户"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <div className={styles['tools']}>
        <QuickReplyChoice
          communityId={communityId}
          onChoose={(content) => {
            setText((before) => (before ? `${before}\n${content}` : content))
            field.current?.focus()
          }}
        />
        <Button icon={<PictureOutlined />} aria-pressed={withPhotos} onClick={() => setWithPhotos(!withPhotos)}>
          图片
        </Button>
        <span style={{ flex: 1 }} />
        <Button type="primary" loading={busy} disabled={!ready} onClick={send}>
          发送
        </Button>
      </div>
    </div>
  )
}

function QuickReplyChoice({ communityId, onChoose }: { communityId: string; onChoose: (content: string) => void }) {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const all = useQuickReplies(communityId).data ?? []
  const found = all.filter(({ title, content }) => `${title} ${content}`.includes(query.trim()))
  const choices = (
    <div className={styles['quick']}>
      <Input autoFocus allowClear placeholder="搜索快捷回复" value={query} onChange={(event) => setQuery(event.target.value)} />
      {found.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这样的快捷回复" />}
      {found.map((reply) => (
        <button
          key={reply.id}
          type="button"
          onClick={() => {
            onChoose(reply.content)
            setOpen(false)
          }}
        >
          <b>{reply.title}</b>
          <span>{reply.content}</span>
        </button>
      ))}
    </div>
  )
  return (
    <Popover trigger="click" placement="topLeft" content={choices} open={open} onOpenChange={setOpen} destroyOnHidden>
      <Button icon={<ThunderboltOutlined />}>快捷回复</Button>
    </Popover>
  )
}
