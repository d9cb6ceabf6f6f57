import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileStore } from '../../../platform/files/index.ts'

export const exportForms = { pdf: 'application/pdf', json: 'application/json; charset=utf-8' } as const
export type ExportForm = keyof typeof exportForms

export const keyOfExport = (requestId: string, form: ExportForm) => `privacy/${requestId}.${form}`

export const keysOfExport = (requestId: string) => (['pdf', 'json'] as const).map((form) => keyOfExport(requestId, form))

export async function keepExport(
  store: FileStore,
  requestId: string,
  forms: Readonly<Record<ExportForm, Buffer>>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yinuo-export-'))
  try {
    for (const form of ['pdf', 'json'] as const) {
      const path = join(folder, form)
      await writeFile(path, forms[form])
      await store.put(keyOfExport(requestId, form), path, exportForms[form])
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
