import { parseArgs } from 'node:util'
import { propertyTypes, type PropertyType } from '@yinuo/contracts'
import { ImportRefused } from './target-community.ts'

export interface ImportWish {
  file: string
  community: string
  create: { propertyType: PropertyType; address: string; hotline: string } | null
  goodRows: boolean
  report: string
}

export const HELP = `npm run import -- <文件.xlsx> --community <小区名称> [选项]
npm run import -- --template <文件.xlsx>      写出空白模板

  --create residential|commercial|office   新建这个小区（住宅、商业、写字楼）
  --hotline <电话>                          新建时必填：服务热线
  --address <地址>                          新建时的地址
  --all-or-nothing                         有一行错误就一行也不写入（默认）
  --good-rows                              写入没有错误的行，其余写进问题清单
  --report <文件.xlsx>                      问题清单写到哪里（默认在原文件旁边）`

/** What the operator asked for. @throws ImportRefused when it cannot be made out. */
export function readWishes(args: string[]): { template: string } | { import: ImportWish } | 'help' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  if (values.template) return { template: values.template }
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new ImportRefused(`请给出一个 .xlsx 文件。\n\n${HELP}`)
  if (!values.community) throw new ImportRefused('请用 --community <小区名称> 指明导入到哪个小区。')
  if (values['good-rows'] && values['all-or-nothing']) throw new ImportRefused('--good-rows 与 --all-or-nothing 只能选一个。')
  return {
    import: {
      file,
      community: values.community,
      create: values.create === undefined ? null : newCommunity(values.create, values.hotline, values.address),
      goodRows: values['good-rows'] ?? false,
      report: values.report ?? file.replace(/(\.xlsx)?$/i, '.问题.xlsx'),
    },
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        community: { type: 'string' },
        create: { type: 'string' },
        hotline: { type: 'string' },
        address: { type: 'string' },
        template: { type: 'string' },
        report: { type: 'string' },
        'good-rows': { type: 'boolean' },
        'all-or-nothing': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new ImportRefused(`${(error as Error).message}\n\n${HELP}`)
  }
}

function newCommunity(kind: string, hotline: string | undefined, address = '') {
  if (!(kind in propertyTypes)) throw new ImportRefused(`--create 只能是：${Object.entries(propertyTypes).map((each) => each.join(' ')).join('、')}。`) // prettier-ignore
  if (!hotline) throw new ImportRefused('新建小区请用 --hotline <电话> 给出服务热线，住户有急事要打。')
  return { propertyType: kind as PropertyType, address, hotline }
}
