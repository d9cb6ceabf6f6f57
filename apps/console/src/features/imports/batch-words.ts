import type { ImportBatch, ImportCounts, ImportState } from '@yinuo/contracts'
import type { Tone } from '../../theme/tokens.ts'

export const tones: Record<ImportState, Tone> = {
  checking: 'waiting',
  unreadable: 'late',
  checked: 'soon',
  applying: 'waiting',
  applied: 'onTime',
  undoing: 'waiting',
  undone: 'done',
}

export interface CountLine {
  word: string
  added: number
  /** null: an import never changes these */
  changed: number | null
  unchanged: number | null
}

/** What an import does, kind by kind. */
export function linesOf(counts: ImportCounts): CountLine[] {
  const lines: CountLine[] = [
    { word: '楼栋', added: counts.buildingsAdded, changed: null, unchanged: null },
    { word: '房屋', added: counts.unitsAdded, changed: counts.unitsChanged, unchanged: counts.unitsUnchanged },
    { word: '住户', added: counts.residentsAdded, changed: null, unchanged: counts.residentsUnchanged },
    {
      word: '入住关系',
      added: counts.residenciesAdded,
      changed: counts.residenciesChanged,
      unchanged: counts.residenciesUnchanged,
    },
    { word: '车位', added: counts.spacesAdded, changed: null, unchanged: null },
    { word: '车辆', added: counts.vehiclesAdded, changed: null, unchanged: null },
  ]
  return lines.filter(({ added, changed, unchanged }) => added + (changed ?? 0) + (unchanged ?? 0) > 0)
}

/** "新增房屋 120、住户 118；更新房屋 3" */
export function sentenceOfCounts(counts: ImportCounts): string {
  const lines = linesOf(counts)
  const added = lines.filter((line) => line.added > 0).map((line) => `${line.word} ${figure(line.added)}`)
  const changed = lines.filter((line) => line.changed).map((line) => `${line.word} ${figure(line.changed ?? 0)}`)
  const parts = [
    ...(added.length > 0 ? [`新增${added.join('、')}`] : []),
    ...(changed.length > 0 ? [`更新${changed.join('、')}`] : []),
  ]
  return parts.length > 0 ? parts.join('；') : '与现有档案完全一致，没有变动'
}

/** What came out differently from what the check had foretold. */
export function differencesIn({ expected, counts }: Pick<ImportBatch, 'expected' | 'counts'>): string[] {
  if (!expected || !counts) return []
  const foretold = linesOf(expected)
  return linesOf(counts).flatMap(({ word, added, changed }) => {
    const before = foretold.find((line) => line.word === word)
    const was = { added: before?.added ?? 0, changed: before?.changed ?? 0 }
    return [
      ...(was.added !== added ? [`新增${word}：检查时 ${figure(was.added)}，实际 ${figure(added)}`] : []),
      ...(was.changed !== (changed ?? 0) ? [`更新${word}：检查时 ${figure(was.changed)}，实际 ${figure(changed ?? 0)}`] : []),
    ]
  })
}

export const goodRows = ({ rowsRead, rowsFaulty }: Pick<ImportBatch, 'rowsRead' | 'rowsFaulty'>) =>
  (rowsRead ?? 0) - (rowsFaulty ?? 0)

export const figure = (count: number) => count.toLocaleString('zh-CN')

export const spokenSize = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
