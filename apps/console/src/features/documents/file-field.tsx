import { InboxOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons'
import { documentLimits } from '@yinuo/contracts'
import type { DocumentFile } from '@yinuo/contracts'
import { Button, Progress, Upload } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../app/idempotency.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { sizeText } from './words.ts'
import { sendDocument } from './send-document.ts'

interface Underway {
  file: File
  key: string
  percent: number
  failure: unknown
}

/** One file, uploaded as soon as it is dropped. A failed one stays, says why, and can be tried again. Fits into a form. */
export function FileField({ value, onChange }: { value?: DocumentFile; onChange?: (file: DocumentFile | undefined) => void }) {
  const { communityId } = useCommunity()
  const [underway, setUnderway] = useState<Underway | null>(null)
  const giveUp = useRef<AbortController | null>(null)
  useEffect(() => () => giveUp.current?.abort(), [])

  const send = async (file: File, key: string) => {
    giveUp.current?.abort()
    const controller = new AbortController()
    giveUp.current = controller
    setUnderway({ file, key, percent: 0, failure: null })
    onChange?.(undefined)
    const onProgress = (percent: number) => setUnderway((now) => now && { ...now, percent })
    try {
      const kept = await sendDocument(communityId, file, { key, onProgress, signal: controller.signal })
      setUnderway(null)
      onChange?.(kept)
    } catch (failure) {
      if (!controller.signal.aborted) setUnderway({ file, key, percent: 0, failure })
    }
  }
  return (
    <>
      {underway?.failure ? (
        <Refusal
          failure={underway.failure}
          action={
            <Button size="small" icon={<ReloadOutlined />} onClick={() => send(underway.file, underway.key)}>
              重试
            </Button>
          }
        />
      ) : null}
      <Upload.Dragger
        accept={documentLimits.endings.map((ending) => `.${ending}`).join(',')}
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file, newKey())
          return false
        }}
      >
        <p style={{ fontSize: 28, color: 'var(--brand)' }}>
          <InboxOutlined />
        </p>
        <p>{value ? '换一个文件：拖到这里，或点击选择' : '把文件拖到这里，或点击选择'}</p>
        <p style={{ color: 'var(--secondary)' }}>PDF、Word、Excel、PPT、文本或图片，不超过 50 MB；不收带宏的文件</p>
      </Upload.Dragger>
      <div aria-live="polite" style={{ minHeight: 30, paddingTop: 6 }}>
        {underway && !underway.failure && (
          <>
            {underway.file.name}
            <Progress percent={underway.percent} size="small" status="active" />
          </>
        )}
        {value && (
          <>
            <PaperClipOutlined /> {value.name}（{sizeText(value.bytes)}）
          </>
        )}
      </div>
    </>
  )
}
