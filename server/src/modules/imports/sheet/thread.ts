import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from './read-sheet.ts'
import { readTable } from './read-table.ts'
import { markWorkbook } from './reports.ts'
import type { FromThread, ThreadTask } from './in-thread.ts'
import { UnreadableSheet } from './workbook-file.ts'

const say = (message: FromThread) => parentPort!.postMessage(message)

/** The work of a thread: what is done to workbooks, away from everything that must not wait or run out of memory. */
async function work(task: ThreadTask): Promise<unknown> {
  if (task.do === 'read') return readSheet(task.path, task.propertyType, (done, total) => say({ progress: { done, total } }))
  if (task.do === 'cells') return readTable(task.path, task.wish, (row, cells) => ({ row, cells }))
  return markWorkbook(task)
}

try {
  say({ answer: await work(workerData as ThreadTask) })
} catch (error) {
  if (!(error instanceof UnreadableSheet)) throw error
  say({ unreadable: error.message })
}
