import { useState } from 'react'
import { useKeyKeeper } from './idempotency.ts'

/** Sends a form: says while it is busy, keeps why it was refused, and never does the work twice. */
export function useSubmit<Body, Answer>(
  send: (body: Body, idempotencyKey: string) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const keeper = useKeyKeeper()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const submit = async (body: Body): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      const answer = await send(body, keeper.keyFor(body))
      keeper.done()
      onDone(answer)
    } catch (refused) {
      keeper.failed(refused)
      setFailure(refused)
    } finally {
      setBusy(false)
    }
  }
  return { submit, busy, failure, forget: () => setFailure(null) }
}
