import { ApiProblem, ConnectionLost } from '@yinuo/api-client'

/** One sentence for people, whatever went wrong. */
export function sentenceOf(failure: unknown): string {
  if (failure instanceof ApiProblem) {
    const fields = failure.errors.map((error) => error.message).filter(Boolean)
    return failure.code === 'VALIDATION_FAILED' && fields.length > 0 ? fields.join('；') : failure.detail
  }
  if (failure instanceof Error) return failure.message
  const wechatWords = (failure as { errMsg?: string } | null)?.errMsg ?? ''
  if (/privacy/.test(wechatWords)) return '您还没有同意隐私保护指引，这一步暂时不能用。'
  if (/auth|permission/.test(wechatWords)) return '没有得到授权，可以在微信的设置里打开。'
  return wechatWords && !/fail/.test(wechatWords) ? wechatWords : '没有成功，请再试一次。'
}

export function isConnectionLost(failure: unknown): boolean {
  return failure instanceof ConnectionLost
}

/** Worth sending once more, unchanged: nobody knows whether it arrived. */
export function mayHaveArrived(failure: unknown): boolean {
  return (
    failure instanceof ConnectionLost ||
    (failure instanceof ApiProblem && (failure.status >= 500 || failure.code === 'IDEMPOTENCY_IN_FLIGHT'))
  )
}
