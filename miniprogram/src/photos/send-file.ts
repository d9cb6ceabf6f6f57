import { ConnectionLost, problemOf } from '@yinuo/api-client'
import type { FileView } from '@yinuo/contracts'
import { platform } from '../platform'
import { refreshMe, sessionToken } from '../session/session.ts'

interface FileToSend {
  key: string
  path: string
  communityId: string
}

export async function sendFile(
  { key, path, communityId }: FileToSend,
  onProgress: (percent: number) => void = () => undefined,
): Promise<FileView> {
  if (!sessionToken()) await refreshMe()
  const send = () =>
    platform
      .upload({
        url: `${platform.serverUrl()}/api/files`,
        path,
        headers: { authorization: `Bearer ${sessionToken() ?? ''}`, 'idempotency-key': key },
        fields: { communityId },
        onProgress,
      })
      .catch((cause: unknown) => {
        throw new ConnectionLost(cause)
      })
  let answer = await send()
  if (answer.status === 401) {
    await refreshMe()
    answer = await send()
  }
  const body = parsed(answer.body)
  if (answer.status >= 300) throw problemOf(answer.status, body)
  return body as FileView
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
