import { createCall } from '@yinuo/api-client'
import type { Transport } from '@yinuo/api-client'
import type { DocumentFile } from '@yinuo/contracts'
import { sessionExpired, sessionToken } from '../../app/session/session-store.ts'

/** Large files take a while; only XMLHttpRequest tells how far they are. */
const tellingTransport =
  (onProgress: (percent: number) => void, signal: AbortSignal): Transport =>
  ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(method, url)
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100))
      request.onload = () => resolve({ status: request.status, body: request.responseText })
      request.onerror = () => reject(new Error('the connection was lost'))
      request.onabort = () => reject(new Error('given up'))
      signal.addEventListener('abort', () => request.abort())
      request.send(body as FormData)
    })

/** Uploads one file; sent again with the same key it is the same file. */
export function sendDocument(
  communityId: string,
  file: File,
  { key, onProgress, signal }: { key: string; onProgress: (percent: number) => void; signal: AbortSignal },
): Promise<DocumentFile> {
  const form = new FormData()
  form.append('name', file.name)
  form.append('file', file)
  const transport = tellingTransport(onProgress, signal)
  const send = createCall({ transport, baseUrl: '', token: sessionToken, onSignedOut: sessionExpired })
  return send('POST /communities/{communityId}/document-files', { path: { communityId }, body: form, idempotencyKey: key })
}
