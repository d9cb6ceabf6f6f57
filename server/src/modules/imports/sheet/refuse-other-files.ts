import { open } from 'node:fs/promises'
import { importLimits } from '@yinuo/contracts'
import type { Upload } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { kindOfFile } from './workbook-file.ts'

const LONGEST_NAME = 120

/** @throws ProblemError IMPORT_TOO_LARGE, IMPORT_NOT_XLSX */
export async function refuseOtherFiles({ path, bytes, name }: Upload): Promise<void> {
  if (bytes > importLimits.bytes) throw new ProblemError('IMPORT_TOO_LARGE', { megabytes: importLimits.bytes / 1024 / 1024 })
  const file = await open(path)
  const kind = await file
    .readFile()
    .then(kindOfFile)
    .finally(() => file.close())
  if (kind === 'old-or-locked')
    throw new ProblemError('IMPORT_NOT_XLSX', {
      advice: '旧版 .xls 或加密的文件，请用 Excel 或 WPS 打开后另存为不加密的 .xlsx。',
    })
  if (kind === 'other')
    throw new ProblemError('IMPORT_NOT_XLSX', { advice: '请用 Excel 或 WPS 打开后另存为 .xlsx，或下载模板填写。' })
  if (!/\.xlsx$/i.test(name)) throw new ProblemError('IMPORT_NOT_XLSX', { advice: '带宏的或其他格式的工作簿，请另存为 .xlsx。' })
}

/** As it was called on the sender's machine, without where it lay there. */
export function nameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return [...last.replace(/[\p{C}\u2028\u2029]/gu, '')].slice(-LONGEST_NAME).join('')
}
