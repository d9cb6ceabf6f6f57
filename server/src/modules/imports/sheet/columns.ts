import { residencyRoles, unitStates, unitUses } from '@yinuo/contracts'

/** What a sheet is read by: which columns it has, and how people head them. */
export interface ColumnOfSheet {
  title: string
  /** How else people head it. */
  also: readonly string[]
  /** A sheet without it is taken too. */
  optional?: true
  example: string
  hint: string
  /** What may be chosen from. */
  choices?: readonly string[]
}

export type ColumnsOfSheet<Name extends string> = Readonly<Record<Name, ColumnOfSheet>>

/** The columns of the sheet of households, in order, with what stands in the template's example. */
export const columns = {
  building: {
    title: '楼栋',
    also: ['楼号', '栋号', '楼幢', '幢号', '楼'],
    example: '3号楼',
    hint: '如 3号楼、A座；只写数字时按“号楼”处理',
  },
  entrance: {
    title: '单元',
    also: ['单元号', '门栋'],
    example: '2单元',
    hint: '没有单元可不填；只写数字时按“单元”处理',
  },
  floor: { title: '楼层', also: ['层', '所在楼层', '层数'], example: '6', hint: '整数，地下为负（-1 或 B1）' },
  number: { title: '房号', also: ['室号', '房间号', '房屋编号', '门牌号'], example: '601', hint: '本楼（单元）内的房号' },
  use: {
    title: '用途',
    also: ['房屋用途', '使用性质'],
    example: '住宅',
    hint: '住宅、商铺、办公、储藏、车位',
    choices: Object.values(unitUses),
  },
  area: { title: '面积(㎡)', also: ['建筑面积', '产权面积'], example: '98.6', hint: '建筑面积，最多四位小数' },
  state: {
    title: '状态',
    also: ['房屋状态', '入住状态', '使用状态'],
    example: '自住',
    hint: '空置、自住、出租、装修中',
    choices: Object.values(unitStates),
  },
  name: {
    title: '姓名',
    also: ['业主姓名', '住户姓名', '住户', '业主'],
    example: '王小明',
    hint: '空置房屋不填；一户多人写多行',
  },
  phone: {
    title: '手机',
    also: ['手机号', '手机号码', '电话', '联系电话', '联系方式'],
    example: '13800001234',
    hint: '11 位手机号或带区号的座机',
  },
  role: {
    title: '身份',
    also: ['住户身份', '关系', '与业主关系'],
    example: '业主',
    hint: '业主、家属、租户',
    choices: Object.values(residencyRoles),
  },
  from: {
    title: '起',
    also: ['入住日期', '起始日期', '开始日期'],
    optional: true,
    example: '2024-05-01',
    hint: '入住日期，可不填',
  },
  until: { title: '止', also: ['截止日期', '结束日期', '到期日期'], optional: true, example: '', hint: '租户必填，租期最后一天' },
  delivered: {
    title: '交付日期',
    also: ['交房日期', '收房日期'],
    optional: true,
    example: '2023-12-20',
    hint: '房屋交付给业主的日期，可不填',
  },
  share: {
    title: '份额(%)',
    also: ['产权份额', '所占份额'],
    optional: true,
    example: '100',
    hint: '业主的产权份额，大于 0、不超过 100，可不填',
  },
  plates: {
    title: '车牌',
    also: ['车牌号', '车牌号码'],
    optional: true,
    example: '沪A12345',
    hint: '本户的汽车，多辆用顿号（、）隔开',
  },
  spaces: {
    title: '车位',
    also: ['车位号', '车位编号'],
    optional: true,
    example: 'B1-023',
    hint: '本户的车位，多个用顿号（、）隔开',
  },
} as const satisfies Readonly<Record<string, ColumnOfSheet>>

export type Column = keyof typeof columns
export const columnOrder = orderOf(columns)

export function orderOf<Name extends string>(sheet: ColumnsOfSheet<Name>): Name[] {
  return Object.keys(sheet) as Name[]
}

/** What we put beside the rows we give back; found again when such a sheet is imported. */
export const ownColumns = { outcome: '导入结果', reason: '原因' } as const

/** Which column of a sheet a heading means. */
export function columnHeaded<Name extends string>(sheet: ColumnsOfSheet<Name>, heading: string): Name | undefined {
  const said = plain(heading)
  return said === '' ? undefined : orderOf(sheet).find((column) => headings(sheet[column]).some((each) => plain(each) === said))
}

const headings = ({ title, also }: ColumnOfSheet) => [title, ...also]

const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .replace(/[\s()²㎡m%*:]|平方米|平米|必填|选填/g, '')
    .replace(/2$/, '')
