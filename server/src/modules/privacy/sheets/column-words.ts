import {
  applicationStates,
  channels,
  deliveryStates,
  messageChannels,
  messageKinds,
  privacyRequestKinds,
  privacyRequestStates,
  repairCategories,
  repairStates,
  residencyRoles,
  urgencies,
} from '@yinuo/contracts'

/** Columns as people call them. What has no word here stands in the JSON file only: ids and marks of the machine. */
const columns: Readonly<Record<string, string>> = {
  name: '姓名', phone: '电话', openid: '微信标识', unionid: '微信开放平台标识', created_at: '时间', client: '客户端', device: '设备',
  address: '网络地址', expires_at: '到期', role: '身份', valid_from: '起', valid_until: '止', state: '状态', note: '备注', decision_reason: '审核意见',
  decided_at: '审核时间', number: '编号', category: '类别', urgency: '紧急程度', channel: '渠道', description: '描述', place_label: '位置',
  reporter_name: '报修人', reporter_phone: '报修电话', reported_at: '报修时间', closed_at: '关闭时间', kind: '种类', at: '时间',
  actor_name: '经办', content: '内容', title: '标题', body: '正文', recipient_name: '收件人', read_at: '阅读时间', plate: '车牌', text: '内容',
  detail: '说明', begun_on: '日期', rating: '评分', rating_comment: '评价', close_reason: '关闭原因', finding: '情况', action: '操作', login: '登录名',
  asked_at: '申请时间', content_type: '格式', bytes: '字节', inviter_name: '邀请人', accepted_at: '接受时间', template: '模板', granted_at: '同意时间',
  ended_because: '结束原因', written_at: '时间', recorded_at: '登记时间', since: '上岗', until: '离岗', person_name: '申请人', reason: '原因',
  elder_mode: '大字版', privacy_agreed_at: '同意隐私说明', purpose: '用途', skills: '资质', identity_note: '身份核验', before: '改前', after: '改后',
} // prettier-ignore

const categories = Object.fromEntries(Object.entries(repairCategories).map(([code, { label }]) => [code, label]))
const codes: Readonly<Record<string, string>> = {
  ...applicationStates,
  ...channels,
  ...deliveryStates,
  ...messageChannels,
  ...messageKinds,
  ...privacyRequestKinds,
  ...privacyRequestStates,
  ...repairStates,
  ...residencyRoles,
  ...urgencies,
  ...categories,
  true: '是',
  false: '否',
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' })

function shown(value: unknown): string {
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  if (instant.test(text)) return inChina.format(new Date(text))
  return codes[text] ?? text
}

/** A row as people read it, its columns in words. */
export function rowWords(row: Readonly<Record<string, unknown>>): string {
  return Object.entries(row)
    .filter(([column, value]) => column in columns && value !== null && value !== '' && !isEmpty(value))
    .map(([column, value]) => `${columns[column]}：${shown(value)}`)
    .join('\u3000')
}

const isEmpty = (value: unknown) => typeof value === 'object' && Object.keys(value as object).length === 0
