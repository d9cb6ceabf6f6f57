import { PlusOutlined } from '@ant-design/icons'
import { fileLimits } from '@yinuo/contracts'
import type { FileView } from '@yinuo/contracts'
import { Upload } from 'antd'
import type { UploadFile } from 'antd'
import { useRef, useState } from 'react'
import { call } from '../app/call.ts'
import { newKey } from '../app/idempotency.ts'
import { sentenceOf } from './refusal.tsx'

/** A picture kept on the server already; a draft remembers these. */
export interface KeptPhoto {
  id: string
  url: string
}

/** What is there already, as the picker shows it. */
export const keptPhotos = (files: readonly Pick<FileView, 'id' | 'url' | 'thumbnailUrl'>[]): KeptPhoto[] =>
  files.map(({ id, thumbnailUrl, url }) => ({ id, url: thumbnailUrl ?? url }))

/** Fits into a form field, which fills in `value` and `onChange`. */
interface PhotoPickerProps {
  communityId: string
  value?: KeptPhoto[]
  onChange?: (photos: KeptPhoto[]) => void
  most?: number
}

/** Uploads as soon as chosen. A failed one stays, says why, and one tap tries it again with the same key. */
export function PhotoPicker({ communityId, value: photos = [], onChange, most = fileLimits.perRepair }: PhotoPickerProps) {
  // Several uploads end on their own time: each adds to what is there then, not to what was there when it began.
  const latest = useRef(photos)
  latest.current = photos
  const become = (next: KeptPhoto[]) => {
    latest.current = next
    onChange?.(next)
  }
  const [underway, setUnderway] = useState<(UploadFile & { key: string; source: File })[]>([])

  const upload = async (one: { uid: string; key: string; source: File }) => {
    const change = (fields: Partial<UploadFile> | null) =>
      setUnderway((all) => all.flatMap((each) => (each.uid !== one.uid ? each : fields ? { ...each, ...fields } : [])))
    change({ status: 'uploading', response: undefined })
    const form = new FormData()
    form.append('communityId', communityId)
    form.append('file', one.source)
    try {
      const kept = await call('POST /files', { body: form, idempotencyKey: one.key })
      change(null)
      become([...latest.current, { id: kept.id, url: kept.thumbnailUrl ?? kept.url }])
    } catch (failure) {
      change({ status: 'error', response: `${sentenceOf(failure)} 点击重试。` })
    }
  }

  const shown: UploadFile[] = [
    ...photos.map(({ id, url }) => ({ uid: id, name: '照片', status: 'done' as const, url, thumbUrl: url })),
    ...underway,
  ]
  return (
    <Upload
      listType="picture-card"
      accept="image/*,video/mp4,video/quicktime"
      multiple
      fileList={shown}
      beforeUpload={(source) => {
        const one = { uid: source.uid, name: source.name, key: newKey(), source, status: 'uploading' as const }
        setUnderway((all) => [...all, one])
        void upload(one)
        return false
      }}
      onPreview={(file) => {
        const failed = underway.find((each) => each.uid === file.uid && each.status === 'error')
        if (failed) void upload(failed)
        else if (file.url) window.open(file.url, '_blank')
      }}
      onRemove={({ uid }) => {
        setUnderway((all) => all.filter((each) => each.uid !== uid))
        become(latest.current.filter((photo) => photo.id !== uid))
      }}
    >
      {shown.length < most && (
        <span>
          <PlusOutlined />
          <br />
          照片或视频
        </span>
      )}
    </Upload>
  )
}
