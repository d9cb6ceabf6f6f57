import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Head } from './rules/chain-fault.ts'

/** A head as it is kept outside the database. */
export interface ExportedHead {
  companyId: string
  day: string
  seq: number
  hash: string
  signature: string
}

/** The heads in a folder of exported ones, by company. */
export async function readExportedHeads(folder: string): Promise<Map<string, Head[]>> {
  const names = await readdir(folder, { recursive: true })
  const heads: ExportedHead[] = []
  for (const name of names.filter((each) => each.endsWith('.json')))
    heads.push(JSON.parse(await readFile(join(folder, name), 'utf8')) as ExportedHead)
  const byCompany = Map.groupBy(heads, (head) => head.companyId)
  return new Map(
    [...byCompany].map(([companyId, own]) => [
      companyId,
      own.map(({ day, seq, hash }) => ({ day, seq, hash: Buffer.from(hash, 'hex') })),
    ]),
  )
}
