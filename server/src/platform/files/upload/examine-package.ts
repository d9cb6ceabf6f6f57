import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { ProblemError } from '../../http/index.ts'

/** Far more than a large handbook with pictures holds; a bomb holds thousands of times its size. */
const MOST_PARTS = 5_000
const MOST_BYTES = 300 * 1024 * 1024
/** No part may be blown up more than this, except small ones: empty tables pack very well. */
const MOST_BLOWN_UP = 200
const SMALL = 5 * 1024 * 1024

/** What runs when the document is opened. */
const ACTIVE = /vbaproject|macrosheets\/|activex\//i

/**
 * Unpacks an office document once, keeping nothing: refuses macros, bombs, what is encrypted, and what has not the part
 * its kind must have. The sizes a package states are not believed.
 */
export async function examinePackage(path: string, part: string): Promise<void> {
  const zip = await openPromise(path).catch(() => {
    throw new ProblemError('DOCUMENT_TYPE_NOT_ALLOWED')
  })
  try {
    const names = await namesOf(zip)
    if (!names.has('[Content_Types].xml') || !names.has(part)) throw new ProblemError('DOCUMENT_TYPE_NOT_ALLOWED')
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('DOCUMENT_UNREADABLE')
  } finally {
    zip.close()
  }
}

async function namesOf(zip: ZipFile): Promise<Set<string>> {
  if (zip.entryCount > MOST_PARTS) throw new ProblemError('DOCUMENT_UNREADABLE')
  const names = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (ACTIVE.test(entry.fileName)) throw new ProblemError('DOCUMENT_HAS_MACROS')
    names.add(entry.fileName)
    total += await unpackedBytes(zip, entry, MOST_BYTES - total)
  }
  return names
}

async function unpackedBytes(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  const limit = Math.min(most, Math.max(SMALL, entry.compressedSize * MOST_BLOWN_UP))
  if (entry.uncompressedSize > limit || entry.isEncrypted()) throw new ProblemError('DOCUMENT_UNREADABLE')
  let bytes = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    bytes += (chunk as Buffer).length
    if (bytes > limit) throw new ProblemError('DOCUMENT_UNREADABLE')
  }
  return bytes
}
