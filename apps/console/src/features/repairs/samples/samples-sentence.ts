import type { RepairSample } from '@yinuo/contracts'

/** What the samples on the page show. */
export function samplesSentence(samples: Pick<RepairSample, 'result'>[]): string {
  if (samples.length === 0) return '从已完成的报修里随机抽取，到现场核对'
  const count = (result: RepairSample['result']) => samples.filter((sample) => sample.result === result).length
  const inspected = samples.length - count('pending')
  const waiting = count('pending') > 0 ? `，${count('pending')} 件待检查` : ''
  if (inspected === 0) return `已抽取 ${samples.length} 件，都还没有检查`
  return `已检查 ${inspected} 件，合格 ${count('passed')} 件${waiting}`
}
