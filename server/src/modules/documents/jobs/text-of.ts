import { Worker } from 'node:worker_threads'
import { atMost } from '../../../platform/files/index.ts'
import { tidyText } from '../rules/words.ts'

const MOST_MS = 60_000
const MOST_MEGABYTES = 400
const READABLE = new Set(['pdf', 'docx', 'xlsx', 'pptx', 'txt', 'md', 'csv'])

export type TextFound = { state: 'read'; content: string } | { state: 'failed' | 'none'; content: '' }

/** Reading a document may take a core and some hundred megabytes. */
const inTurn = atMost(1)

/** The text of a file, or that it has none, or that it could not be had within the limits. */
export async function textOf(
  path: string,
  ending: string,
  limits = { ms: MOST_MS, megabytes: MOST_MEGABYTES },
): Promise<TextFound> {
  if (!READABLE.has(ending)) return { state: 'none', content: '' }
  try {
    const content = tidyText(await inTurn(() => onThread(path, ending, limits)))
    // A scan is a document without text.
    return content ? { state: 'read', content } : { state: 'none', content: '' }
  } catch {
    return { state: 'failed', content: '' }
  }
}

function onThread(path: string, ending: string, { ms, megabytes }: { ms: number; megabytes: number }): Promise<string> {
  const script = new URL(import.meta.url.endsWith('.ts') ? './extract-text.ts' : './extract-text.js', import.meta.url)
  const thread = new Worker(script, {
    workerData: { path, ending },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  return new Promise<string>((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error('the text took too long')), ms)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread ended without a text')))
    void thread.once('exit', () => clearTimeout(tooLong))
  }).finally(() => thread.terminate())
}
