import { createRenewal, fetchTransport } from '@yinuo/api-client'
import { keepTokens, keptTokens } from './session-store.ts'

/** One tab renews at a time, the next finds it done. Without locks each does it for itself, which the server bears. */
const alone = async <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? ((await navigator.locks.request('yinuo.session', work)) as T) : work()

/** Gets a new token for one that is refused. */
export const renewSession = createRenewal({
  transport: fetchTransport(),
  baseUrl: '',
  read: keptTokens,
  keep: keepTokens,
  alone,
})
