import { useRef, useState } from 'react'
import { platform, replacePage } from '../../platform'
import { mayHaveArrived, sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'
import { askSubscriptions } from '../../session/subscriptions.ts'
import type { ReportDraft } from './draft.ts'
import { emptyDraft, isComplete, isWorthKeeping, sealed, unsealed } from './draft.ts'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'

/** The report being written and its one way out. */
export function useReport() {
  const [restored] = useState(() => isWorthKeeping(keptDraft()))
  const [draft, setDraft] = useState(keptDraft)
  const [busy, setBusy] = useState(false)
  const [lost, setLost] = useState(draft.sending !== null)
  const [tried, setTried] = useState(false)
  const sending = useRef(false)
  const current = useRef(draft)

  const keep = (next: ReportDraft) => {
    current.current = next
    setDraft(next)
    keepDraft(next)
  }
  const change = (part: Partial<ReportDraft>) => keep({ ...current.current, ...part })

  const deliver = async (chosen: ReportDraft) => {
    const ready = sealed(chosen, platform.uuid())
    keep(ready)
    const { key, communityId, body } = ready.sending
    try {
      const receipt = await call('POST /communities/{communityId}/repairs', { path: { communityId }, body, idempotencyKey: key })
      for (const photo of ready.photos) void platform.dropFile(photo.path)
      forgetDraft()
      replacePage(`${ready.onSite ? 'staff' : 'pages'}/repair/index?communityId=${receipt.communityId}&id=${receipt.id}`)
    } catch (failure) {
      if (mayHaveArrived(failure)) return setLost(true)
      keep(unsealed(current.current))
      setLost(false)
      await platform.ask({ title: '没有提交成功', text: sentenceOf(failure), yes: '知道了' })
    }
  }

  return {
    draft,
    restored,
    busy,
    lost,
    tried,
    change,
    /** A second tap while the first is on its way does nothing. */
    async submit() {
      setTried(true)
      if (sending.current) return
      if (!current.current.sending && !isComplete(current.current)) {
        platform.tell('还有内容没有填完')
        return
      }
      sending.current = true
      setBusy(true)
      try {
        if (!current.current.sending && !current.current.onSite) await askSubscriptions('report')
        await deliver(current.current)
      } finally {
        sending.current = false
        setBusy(false)
      }
    },
    clear() {
      for (const photo of current.current.photos) void platform.dropFile(photo.path)
      const { place, codeToken, onSite } = current.current
      keep({ ...emptyDraft, place, codeToken, onSite: onSite && { name: '', phone: '' } })
      setTried(false)
    },
  }
}
