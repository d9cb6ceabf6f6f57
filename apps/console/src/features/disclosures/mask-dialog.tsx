import type { DisclosureLine } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Upload } from 'antd'
import type { PointerEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../app/call.ts'
import { newKey } from '../../app/idempotency.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import styles from './disclosures.module.css'
import { disclosureKeys } from './queries.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Larger than that nobody reads it on a phone, and it is only slower. */
const LONGEST_SIDE = 2000

/**
 * A photo of a bill, with names and numbers painted over before it leaves this computer: what is uploaded has no more
 * below the black than black.
 */
export function MaskDialog({ disclosureId, line, onClose }: { disclosureId: string; line: DisclosureLine; onClose: () => void }) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const [boxes, setBoxes] = useState<Box[]>([])
  const [begun, setBegun] = useState<Box | null>(null)

  useEffect(() => {
    const place = canvas.current
    if (!place || !picture) return
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    place.width = Math.round(picture.width * scale)
    place.height = Math.round(picture.height * scale)
    const pen = place.getContext('2d')!
    pen.drawImage(picture, 0, 0, place.width, place.height)
    pen.fillStyle = '#000'
    for (const { x, y, width, height } of begun ? [...boxes, begun] : boxes) pen.fillRect(x, y, width, height)
  }, [picture, boxes, begun])

  const lay = async (image: Blob) => {
    setBoxes([])
    setPicture(await createImageBitmap(image))
  }
  /** What lies beside the entry in the books is laid here as it is, and like any photo leaves only as it looks then. */
  const take = async (url: string) => {
    try {
      const answer = await fetch(url)
      if (!answer.ok) throw new Error(String(answer.status))
      await lay(await answer.blob())
    } catch {
      message.error('没能取到账簿里的这张照片，请刷新页面再试。')
    }
  }
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const frame = event.currentTarget.getBoundingClientRect()
    const scale = event.currentTarget.width / frame.width
    return { x: (event.clientX - frame.left) * scale, y: (event.clientY - frame.top) * scale }
  }
  const saved = useSubmit(
    async (image: Blob, idempotencyKey) => {
      const form = new FormData()
      form.append('communityId', communityId)
      form.append('file', image, 'voucher.jpg')
      const { id } = await call('POST /files', { body: form, idempotencyKey: newKey() })
      await call('POST /communities/{communityId}/disclosures/{id}/lines/{number}/vouchers', {
        path: { communityId, id: disclosureId, number: String(line.number) },
        body: { fileIds: [id] },
        idempotencyKey,
      })
    },
    () => {
      void queries.invalidateQueries({ queryKey: disclosureKeys(communityId).one(disclosureId) })
      onClose()
    },
  )
  const save = () => canvas.current?.toBlob((image) => image && void saved.submit(image), 'image/jpeg', 0.9)
  return (
    <Modal
      open
      width={860}
      title={`第 ${line.number} 行 ${line.charge}：加凭证`}
      okText="保存凭证"
      okButtonProps={{ disabled: !picture, loading: saved.busy }}
      onOk={save}
      onCancel={onClose}
    >
      <Refusal failure={saved.failure} />
      <p style={{ marginBottom: 8 }}>
        {line.booked?.length ? '可以选这笔账在账簿里的凭证，也可以另选照片。' : ''}
        凭证会给所有住户看。请在姓名、电话、账号、身份证号等处按住拖动，涂黑后再保存；涂黑的部分不会上传。
      </p>
      <div style={{ display: 'flex', gap: 8, marginBottom: 8 }}>
        <Upload
          accept="image/*"
          showUploadList={false}
          beforeUpload={(file) => {
            void lay(file)
            return false
          }}
        >
          <Button>{picture ? '换一张' : '选照片'}</Button>
        </Upload>
        {line.booked?.map(({ id, url, thumbnailUrl }, at) => (
          <button
            key={id}
            type="button"
            className={styles['booked']}
            aria-label={`账簿里的第 ${at + 1} 张凭证`}
            onClick={() => void take(url)}
          >
            <img src={thumbnailUrl ?? url} alt="" />
          </button>
        ))}
        <Button disabled={boxes.length === 0} onClick={() => setBoxes(boxes.slice(0, -1))}>
          撤销一块
        </Button>
      </div>
      {picture && (
        <div className={styles['mask']}>
          <canvas
            ref={canvas}
            aria-label="凭证照片，拖动涂黑"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              setBegun({ ...at(event), width: 0, height: 0 })
            }}
            onPointerMove={(event) => {
              if (!begun) return
              const { x, y } = at(event)
              setBegun({ ...begun, width: x - begun.x, height: y - begun.y })
            }}
            onPointerUp={() => {
              if (begun && Math.abs(begun.width * begun.height) > 25) setBoxes([...boxes, begun])
              setBegun(null)
            }}
          />
        </div>
      )}
    </Modal>
  )
}
