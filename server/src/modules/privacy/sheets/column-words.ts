import {
  applicationStates,
  attendanceWays,
  auditActions,
  channels,
  closeReasons,
  deliveryStates,
  householdEventKinds,
  messageChannels,
  messageKinds,
  privacyRequestKinds,
  privacyRequestStates,
  repairActions,
  repairCategories,
  repairStates,
  residencyRoles,
  skills,
  urgencies,
  vehicleKinds,
} from '@yinuo/contracts'
import { timelineText } from '../../repairs/rules/index.ts'

/** Columns as people call them, in the order they are told. What has no word here stands in the JSON file only: ids and marks of the machine. */
// prettier-ignore
const columns: Readonly<Record<string, string>> = {
  name: '姓名', phone: '电话', openid: '微信标识', unionid: '微信开放平台标识', person_name: '申请人', recipient_name: '收件人', inviter_name: '邀请人',
  number: '编号', action: '操作', kind: '种类', category: '类别', urgency: '紧急程度', role: '身份', state: '状态', plate: '车牌', title: '标题', body: '正文',
  description: '描述', place_label: '位置', reporter_name: '报修人', reporter_phone: '报修电话', channel: '渠道', text: '内容', detail: '说明', note: '备注',
  decision_reason: '审核意见', rating: '评分', rating_comment: '评价', close_reason: '关闭原因', finding: '情况', reason: '原因', happened: '经过',
  actor_name: '经办', purpose: '用途', template: '模板', client: '客户端', device: '设备', address: '网络地址', login: '登录名', skills: '资质',
  content_type: '格式', bytes: '字节', identity_note: '身份核验', ended_because: '结束原因', elder_mode: '大字版', privacy_agreed_at: '同意隐私说明',
  valid_from: '起', valid_until: '止', begun_on: '日期', asked_at: '申请时间', reported_at: '报修时间', closed_at: '关闭时间', created_at: '时间', at: '时间',
  decided_at: '审核时间', read_at: '阅读时间', accepted_at: '接受时间', granted_at: '同意时间', written_at: '时间', recorded_at: '登记时间', expires_at: '到期',
  topic: '想谈的事', answer: '答复', slot_at: '时段', cancelled_at: '取消时间', way: '方式', answered_at: '答复时间',
  since: '上岗', until: '离岗', before: '改前', after: '改后',
}

const categories = Object.fromEntries(Object.entries(repairCategories).map(([code, { label }]) => [code, label]))
const codes: Readonly<Record<string, string>> = {
  ...auditActions,
  ...applicationStates,
  ...attendanceWays,
  ...channels,
  ...closeReasons,
  ...deliveryStates,
  ...householdEventKinds,
  ...messageChannels,
  ...messageKinds,
  ...privacyRequestKinds,
  ...privacyRequestStates,
  ...repairActions,
  ...repairStates,
  ...residencyRoles,
  ...skills,
  ...urgencies,
  ...vehicleKinds,
  ...categories,
  repair: '报修',
  report: '报修时',
  progress: '维修中',
  reopen: '再次报修',
  true: '是',
  false: '否',
}
/** Photos are of before and after the work. */
const purposes: Readonly<Record<string, string>> = { ...codes, before: '维修前', after: '维修后' }

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' })
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Row = Readonly<Record<string, unknown>>

/** A value in words; null for what says nothing to people. */
function shown(column: string, value: unknown): string | null {
  if (value === null || value === '') return null
  if (Array.isArray(value)) return value.map((each) => shown(column, each)).filter(Boolean).join('、') || null // prettier-ignore
  if (typeof value === 'object') return inner(value as Row)
  const text = String(value)
  if (id.test(text)) return null
  if (instant.test(text)) return inChina.format(new Date(text))
  return (column === 'purpose' ? purposes : codes)[text] ?? text
}

function inner(value: Row): string | null {
  const told = Object.entries(value).flatMap(([name, each]) => {
    const words = shown(name, each)
    return words === null ? [] : [`${columns[name] ?? name}：${words}`]
  })
  return told.length === 0 ? null : told.join('，')
}

/** An event of a repair is told as its timeline tells it. */
const told = (table: string, row: Row): Row =>
  table === 'case_events'
    ? { at: row['at'], actor_name: row['actor_name'], happened: timelineText(String(row['kind']), row['content'] as Row) }
    : row

/** A row as people read it, its columns in words. */
export function rowWords(table: string, row: Row): string {
  const given = told(table, row)
  return Object.entries(columns)
    .flatMap(([column, word]) => {
      const words = column in given ? shown(column, given[column]) : null
      return words === null ? [] : [`${word}：${words}`]
    })
    .join('\u3000')
}
