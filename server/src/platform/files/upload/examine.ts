import { fileLimits, type FileKind } from '@yinuo/contracts'
import { fileTypeFromFile } from 'file-type'
import { ProblemError } from '../../http/index.ts'
import { kindOfContent } from '../rules/kind-of-content.ts'
import { anonymiseVideo } from './anonymise-video.ts'
import { atMost } from './at-most.ts'
import { developPhoto } from './develop-photo.ts'
import type { Upload } from './receive-upload.ts'

/** What is worth keeping of an upload. */
export interface Examined {
  kind: FileKind
  contentType: string
  ending: string
  path: string
  thumbnail: string | null
}

/** A photo being drawn may take some 150 MB and all cores; several at once would starve the rest. */
const inTurn = atMost(1)

/** Looks at the content itself: refuses what is neither photo nor video, and takes out what tells where it was made. */
export async function examine(upload: Upload): Promise<Examined> {
  const sniffed = await fileTypeFromFile(upload.path).catch(() => undefined)
  const content = kindOfContent(sniffed?.mime)
  if (content === 'heic') throw new ProblemError('FILE_HEIC_NOT_READ')
  if (content === 'refused') throw new ProblemError('FILE_TYPE_NOT_ALLOWED')
  if (content.kind === 'video') {
    await anonymiseVideo(upload.path)
    return { ...content, ending: content.contentType === 'video/mp4' ? 'mp4' : 'mov', path: upload.path, thumbnail: null }
  }
  if (upload.bytes > fileLimits.photoBytes) throw new ProblemError('FILE_TOO_LARGE')
  const { photo, thumbnail } = await inTurn(() => developPhoto(upload.path, upload.folder))
  return { ...content, ending: 'jpg', path: photo, thumbnail }
}
