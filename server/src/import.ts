import pg from 'pg'
import { runImport, type ImportOutcome } from './import/run-import.ts'
import { ImportRefused } from './import/target-community.ts'
import { HELP, readWishes } from './import/wishes.ts'
import { changesSomething, template, UnreadableSheet } from './modules/imports/index.ts'

/** `npm run import`: a customer's own buildings, units and residents from a spreadsheet. Exit code 1: nothing, or not all. */
async function main(): Promise<void> {
  const wishes = readWishes(process.argv.slice(2))
  if (wishes === 'help') return console.log(HELP)
  if ('template' in wishes) {
    await template().xlsx.writeFile(wishes.template)
    return console.log(`模板已写到 ${wishes.template}，从第 2 行开始填写（先删去示例行）。`)
  }
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) throw new ImportRefused('请用环境变量 DATABASE_URL 指明数据库（表的所有者）。')
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  try {
    const began = Date.now()
    const outcome = await runImport(client, wishes.import, new Date())
    console.log(inWords(outcome, wishes.import.community, (Date.now() - began) / 1000))
    if (outcome.faulty > 0) process.exitCode = 1
  } finally {
    await client.end()
  }
}

function inWords({ rows, written, faulty, report, counts }: ImportOutcome, community: string, seconds: number): string {
  const problems = faulty > 0 ? `有问题 ${faulty} 行，逐行原因见 ${report}。` : ''
  if (!counts) return `读到 ${rows} 行，一行也没有写入。${problems}`
  const changes = changesSomething(counts)
    ? `新增楼栋 ${counts.buildingsAdded}、房屋 ${counts.unitsAdded}、住户 ${counts.residentsAdded}、入住关系 ${counts.residenciesAdded}、` +
      `车位 ${counts.spacesAdded}、车辆 ${counts.vehiclesAdded}；更新房屋 ${counts.unitsChanged}、入住关系 ${counts.residenciesChanged}。`
    : '内容与系统里完全一致，没有变动。'
  return `“${community}”已导入 ${written} 行，用时 ${seconds.toFixed(1)} 秒。${changes}${problems}`
}

/** What a newcomer can get wrong on this machine, in words; anything else is ours and keeps its stack. */
const ownFault: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件或文件夹',
  EACCES: '没有权限读写',
  EISDIR: '这是文件夹，不是文件',
  ECONNREFUSED: '连不上数据库，请检查 DATABASE_URL',
  ENOTFOUND: '找不到数据库主机，请检查 DATABASE_URL',
  '28P01': '数据库用户名或密码不正确，请检查 DATABASE_URL',
  '3D000': '没有这个数据库，请检查 DATABASE_URL',
  '42P01': '数据库里还没有表，请先运行 migrate',
}

try {
  await main()
} catch (error) {
  const { code = '', message } = error as NodeJS.ErrnoException
  const isForPeople = error instanceof ImportRefused || error instanceof UnreadableSheet
  if (!isForPeople && !ownFault[code]) throw error
  console.error(isForPeople ? message : `${ownFault[code]}：${message}`)
  process.exitCode = 1
}
