import { ApiProblem } from '@yinuo/api-client'
import { fileLimits } from '@yinuo/contracts'
import { useEffect, useRef, useState } from 'react'
import { platform } from '../platform'
import { sentenceOf } from '../session/failure.ts'
import type { Photo } from './photo.ts'
import { changedPhoto, restoredPhotos, startedPhoto } from './photo.ts'
import { sendFile } from './send-file.ts'

export interface Photos {
  list: Photo[]
  add: (withVideo: boolean) => Promise<void>
  retry: (photo: Photo) => void
  remove: (photo: Photo) => void
}

/** Photos that leave for the server as soon as they are chosen. `keep` is told every change, to survive a kill. */
export function usePhotos(
  communityId: string | null,
  initial: readonly Photo[],
  keep: (photos: Photo[]) => void,
  most: number = fileLimits.perRepair,
): Photos {
  const [list, setList] = useState(() => restoredPhotos(initial))
  const current = useRef(list)
  const change = (next: Photo[]) => {
    current.current = next
    setList(next)
    keep(next)
  }

  const send = async (photo: Photo) => {
    if (!communityId) return
    change(changedPhoto(current.current, photo.key, { state: 'sending', percent: 0, refusal: null }))
    try {
      const file = await sendFile({ ...photo, communityId }, (percent) =>
        change(changedPhoto(current.current, photo.key, { percent })),
      )
      change(changedPhoto(current.current, photo.key, { state: 'sent', percent: 100, fileId: file.id }))
    } catch (failure) {
      const refusal = failure instanceof ApiProblem && failure.status < 500 ? failure.detail : null
      change(changedPhoto(current.current, photo.key, { state: 'failed', refusal }))
    }
  }

  useEffect(
    () =>
      platform.onOnline(() => {
        for (const photo of current.current) if (photo.state === 'failed' && !photo.refusal) void send(photo)
      }),
    [communityId],
  )

  return {
    list,
    async add(withVideo) {
      try {
        const picked = await platform.pickFiles(most - current.current.length, withVideo)
        for (const file of picked) {
          const fault = faultOf(file)
          if (fault) {
            platform.tell(fault)
            continue
          }
          const photo = startedPhoto(platform.uuid(), await platform.keepFile(file), file.kind)
          change([...current.current, photo])
          void send(photo)
        }
      } catch (failure) {
        platform.tell(sentenceOf(failure))
      }
    },
    retry: (photo) => void send(photo),
    remove(photo) {
      change(current.current.filter((other) => other.key !== photo.key))
      void platform.dropFile(photo.path)
    },
  }
}

export function faultOf({ kind, size }: { kind: 'photo' | 'video'; size: number }): string | null {
  if (size === 0) return '文件是空的，请重新选择。'
  const most = kind === 'video' ? fileLimits.videoBytes : fileLimits.photoBytes
  return size > most ? '文件太大：照片不超过 10 MB，视频不超过 50 MB。' : null
}
