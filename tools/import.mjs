#!/usr/bin/env node
import { mkdirSync } from 'node:fs'
import { onPinnedNode } from './bootstrap/pinned-node.mjs'
import { inRoot } from './bootstrap/workspace.mjs'

const args = process.argv.slice(2)

if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
  console.log(`npm run import -- <file.xlsx> [--data <folder>] …

  把自己小区的楼栋、单元、房屋和住户从 Excel 导入；有错误时逐行指出，一行也不写入。
  Brings buildings, entrances, units and residents in from Excel; errors are told row by row, and then nothing is written.

  DATABASE_URL 可指定自己的数据库。 DATABASE_URL chooses a database of your own.`)
} else {
  const logs = inRoot('.data', 'logs')
  mkdirSync(logs, { recursive: true })
  const work = async () => (await import('./import/run.mjs')).run(args)
  await onPinnedNode({ script: inRoot('tools/import.mjs'), args, logs, work })
}
