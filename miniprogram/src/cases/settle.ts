import type { Outcome } from '../outbox/outbox.ts'
import { platform } from '../platform'

/** Says what became of an action; true when the server has it. */
export async function settle(outcome: Outcome, done: string): Promise<boolean> {
  switch (outcome.kind) {
    case 'sent':
      platform.tell(done)
      return true
    case 'kept':
      platform.tell('网络不通，已保存在手机上，联网后自动提交')
      return false
    case 'refused':
      await platform.ask({ title: '没有提交成功', text: outcome.refusal.detail, yes: '知道了' })
      return false
  }
}
