import {
  channels,
  householdEventKinds,
  exportableLists,
  permissions,
  placeKinds,
  repairCategories,
  repairStates,
  residencyRoles,
  sampleResults,
  skills,
  unmaskReasons,
  urgencies,
} from '@yinuo/contracts'
import { exactTime } from '../../words/time.ts'
import { figureWords } from '../standards/figure-words.ts'
import { structureFields, structureValues } from './structure-words.ts'

const fields: Record<string, string> = {
  ...structureFields,
  ...Object.fromEntries(Object.entries(figureWords).map(([name, { word }]) => [name, word])),
  active: '账号启用',
  answersFor: '负责的工作',
  authority: '职权',
  buildingIds: '楼栋',
  certificates: '需要的证书',
  handedOver: '移交件数',
  leftOn: '离职日期',
  qualification: '任职资格',
  responsibility: '责任',
  work: '工作内容',
  assigneeId: '处理人',
  address: '地址',
  hotline: '服务电话',
  propertyType: '物业类型',
  regionId: '区域',
  services: '服务范围',
  assignee: '处理人',
  begunOn: '开始日',
  detail: '说明',
  endedOn: '结束日',
  newOwners: '新业主',
  pinned: '置顶',
  sharePercent: '共有份额',
  title: '标题',
  transferredOn: '过户日',
  validFrom: '入住日',
  validUntil: '截止日',
  assigneeName: '处理人',
  because: '理由',
  category: '类别',
  channel: '渠道',
  description: '描述',
  duties: '职责',
  effectiveFrom: '生效时间',
  expiresOn: '有效期',
  finding: '检查情况',
  fileIds: '照片',
  kind: '种类',
  labourMinutes: '用时（分钟）',
  lines: '费用',
  list: '列表',
  filters: '筛选',
  rows: '行数',
  unmasked: '完整手机号',
  complete: '导出完整',
  shown: '显示了',
  why: '理由',
  note: '说明',
  materials: '用料',
  method: '方式',
  satisfied: '满意',
  text: '内容',
  unitId: '房屋',
  until: '结束',
  waitFor: '等什么',
  for: '等什么',
  comment: '评价',
  amountFen: '金额（分）',
  login: '账号',
  name: '姓名或名称',
  number: '单号',
  onDuty: '在岗',
  passwordChanged: '改了密码',
  passwordSet: '设了密码',
  permissions: '权限',
  phone: '手机',
  placeLabel: '位置',
  posts: '岗位',
  preset: '标准',
  rating: '评分',
  reason: '原因',
  result: '结果',
  role: '身份',
  skills: '资质',
  state: '状态',
  totp: '动态码',
  urgency: '紧急程度',
  version: '版本',
  days: '特殊日期',
  emergency: '紧急',
  figures: '指标',
  from: '开始',
  observesPublicHolidays: '按国家节假日休息',
  on: '日期',
  overrides: '调整',
  repairs: '报修',
  routine: '一般',
  slots: '时段',
  urgent: '急',
  weekday: '星期',
  way: '方式',
}

/** An id says nothing to people; where it changed is said by the field beside it. */
export const isForPeople = (value: string) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** "posts.0.communityId" by its first known word: "岗位.0.communityId" reads better than nothing. */
export const fieldWord = (path: string) =>
  path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `第 ${Number(part) + 1} 项` : (fields[part] ?? part)))
    .join(' · ')

const categories = Object.fromEntries(Object.entries(repairCategories).map(([code, { label }]) => [code, label]))
const values: Record<string, string> = {
  ...structureValues,
  ...channels,
  ...householdEventKinds,
  ...placeKinds,
  ...residencyRoles,
  ...sampleResults,
  ...exportableLists,
  ...unmaskReasons,
  ...categories,
  ...skills,
  ...permissions,
  ...urgencies,
  ...repairStates,
  true: '是',
  false: '否',
  phone: '手机号',
  password: '密码',
  ticket: '扫码',
  wechat: '微信',
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** Codes of the vocabulary in words, also several in a row, and instants as times here; everything else as it is. */
export const valueWord = (value: string) =>
  INSTANT.test(value)
    ? exactTime(value)
    : value
        .split('、')
        .map((part) => (Object.hasOwn(values, part) ? values[part] : part))
        .join('、')
