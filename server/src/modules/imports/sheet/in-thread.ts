import { Worker } from 'node:worker_threads'
import type { PropertyType } from '@yinuo/contracts'
import type { Fault } from './household-row.ts'
import type { Sheet } from './read-sheet.ts'
import type { CellsOf, TableWish, TellProgress } from './read-table.ts'
import { UnreadableSheet } from './workbook-file.ts'

export type ThreadTask =
  | { do: 'read'; path: string; propertyType: PropertyType }
  | { do: 'cells'; path: string; wish: TableWish<string> }
  | { do: 'mark'; from: string; to: string; faults: readonly Fault[]; word: { good: string; wrong: string } }

export type FromThread = { progress: { done: number; total: number } } | { answer: unknown } | { unreadable: string }

const PATIENCE_MS = 3 * 60_000
const MOST_MEMORY_MB = 1024
const entry = new URL(`./thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/**
 * Reads a workbook of a stranger in a thread of its own: requests and clocks do not wait for it, and what runs out of memory
 * or does not end is only that thread. @throws UnreadableSheet
 */
export function readInThread(path: string, propertyType: PropertyType, tell: TellProgress): Promise<Sheet> {
  return inThread({ do: 'read', path, propertyType }, tell) as Promise<Sheet>
}

/** The cells of each row, of a sheet with other columns than households have. @throws UnreadableSheet */
export function readCellsInThread<Name extends string>(
  path: string,
  wish: TableWish<Name>,
): Promise<{ read: { row: number; cells: CellsOf<Name> }[]; notes: string[] }> {
  return inThread({ do: 'cells', path, wish }, () => undefined) as ReturnType<typeof readCellsInThread<Name>>
}

export async function markInThread(task: Omit<Extract<ThreadTask, { do: 'mark' }>, 'do'>): Promise<void> {
  await inThread({ do: 'mark', ...task }, () => undefined)
}

let before: Promise<unknown> = Promise.resolve()

/** One after the other: two workbooks at once would want twice the memory. */
function inThread(task: ThreadTask, tell: TellProgress): Promise<unknown> {
  const after = before.then(() => inOwnThread(task, tell))
  before = after.catch(() => undefined)
  return after
}

function inOwnThread(task: ThreadTask, tell: TellProgress): Promise<unknown> {
  const thread = new Worker(entry, {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  const answer = new Promise<unknown>((resolve, reject) => {
    thread.on('message', (message: FromThread) => {
      if ('progress' in message) return tell(message.progress.done, message.progress.total)
      if ('unreadable' in message) return reject(new UnreadableSheet(message.unreadable))
      resolve(message.answer)
    })
    thread.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableSheet(TOO_MUCH) : error),
    )
    thread.on('exit', () => reject(new UnreadableSheet(TOO_MUCH)))
  })
  const patience = setTimeout(() => void thread.terminate(), PATIENCE_MS)
  return answer.finally(async () => {
    clearTimeout(patience)
    await thread.terminate()
  })
}

const TOO_MUCH = '工作簿太复杂，读取不了。请只保留需要导入的工作表，另存为新的 .xlsx 后再试。'
