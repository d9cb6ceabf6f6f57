import { useRef, useState } from 'react'
import { platform } from '../platform'
import { mayHaveArrived, sentenceOf } from '../session/failure.ts'

/** Sends once, under one key until it is known what became of it; says what went wrong. */
export function useSend() {
  const key = useRef(platform.uuid())
  const [busy, setBusy] = useState(false)
  const send = async (work: (idempotencyKey: string) => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true)
    try {
      await work(key.current)
      key.current = platform.uuid()
      platform.tell(done)
      return true
    } catch (failure) {
      if (!mayHaveArrived(failure)) key.current = platform.uuid()
      await platform.ask({ title: '没有提交成功', text: sentenceOf(failure), yes: '知道了' })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { send, busy }
}
