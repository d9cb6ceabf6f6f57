import { codesOf, messageChannels, type DeliveryCounts, type MessageChannel } from '@yinuo/contracts'

/** "近 14 天送达 1,024 条，失败 3 条，多在短信。" */
export function countsSentence(counts: readonly DeliveryCounts[]): string {
  const sum = (of: (each: DeliveryCounts) => number) => counts.reduce((total, each) => total + of(each), 0)
  const sent = sum((each) => each.sent)
  if (sent + sum((each) => each.failed + each.pending) === 0) return '近 14 天没有发出消息。'
  const failed = sum((each) => each.failed)
  const waiting = sum((each) => each.pending)
  const worst = worstChannel(counts)
  return [
    `近 14 天送达 ${sent.toLocaleString('zh-CN')} 条`,
    failed > 0 && worst ? `失败 ${failed} 条，多在${messageChannels[worst]}` : '没有失败',
    ...(waiting > 0 ? [`${waiting} 条等候发送`] : []),
  ]
    .join('，')
    .concat('。')
}

function worstChannel(counts: readonly DeliveryCounts[]): MessageChannel | null {
  const failedOf = (channel: MessageChannel) =>
    counts.filter((each) => each.channel === channel).reduce((total, { failed }) => total + failed, 0)
  const [worst] = [...codesOf(messageChannels)].sort((one, other) => failedOf(other) - failedOf(one))
  return worst ?? null
}
