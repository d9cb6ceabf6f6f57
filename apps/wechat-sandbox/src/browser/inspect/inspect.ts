interface Call {
  id: number
  at: string
  direction: 'in' | 'out'
  endpoint: string
  query: object
  request: unknown
  status: number
  errcode: number | string | null
  answer: unknown
  ms: number
  fault: string | null
}
interface Phone {
  id: string
  name: string
  openid: string
  phoneNumber: string
  blocked: boolean
}
interface Grant {
  openid: string
  templateId: string
  left: number
  sent: number
  always: string | null
}
interface FaultBoard {
  faults: { id: number; endpoint: string; kind: string; errcode?: number | string; left: number }[]
  kinds: Record<string, string>
  errcodes: Record<string, string>
}
interface Tokens {
  current: { token: string; expiresAt: number } | null
  forcedToday: number
}

const endpoints = [
  '*',
  '/sns/jscode2session',
  '/cgi-bin/stable_token',
  '/wxa/business/getuserphonenumber',
  '/wxa/getwxacodeunlimit',
  '/cgi-bin/message/subscribe/send',
  '/wxa/msg_sec_check',
  '/wxa/media_check_async',
  '/sms/send',
  'event/subscribe_msg_popup_event',
  'event/subscribe_msg_change_event',
  'event/subscribe_msg_sent_event',
  'event/wxa_media_check',
  'event/signature',
  '/v3/pay/transactions/jsapi',
  '/v3/pay/transactions/out-trade-no/:number',
  '/v3/pay/transactions/out-trade-no/:number/close',
  '/v3/refund/domestic/refunds',
  '/v3/bill/tradebill',
  '/v3/billdownload/file',
  'notice/TRANSACTION.SUCCESS',
  'notice/REFUND.SUCCESS',
]

const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const clockText = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
const dayText = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })

async function read<T>(path: string): Promise<T> {
  return (await (await fetch(path)).json()) as T
}

async function send(method: string, path: string, body: unknown = {}): Promise<void> {
  await fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await refresh()
}

function escaped(value: unknown): string {
  return String(value).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

let shownUntil = -1
let calls: Call[] = []

function drawCalls(): void {
  const only = at<HTMLSelectElement>('only').value
  const refused = at<HTMLInputElement>('refused').checked
  const chosen = calls.filter((call) => (!only || call.endpoint === only) && (!refused || outcome(call).kind !== 'ok')).reverse()
  at('calls').innerHTML = chosen.map(callRow).join('') || '<li class="empty">还没有通话。打开演示台，扫一张码就有了。</li>'
}

function outcome({ direction, status, errcode, fault }: Call): { kind: string; word: string } {
  if (fault) return { kind: 'fault', word: `故障 ${fault}${errcode === null ? '' : ` ${errcode}`}` }
  if (errcode !== null && errcode !== 0) return { kind: 'bad', word: String(errcode) }
  if (status >= 200 && status < 300) return { kind: 'ok', word: direction === 'out' ? '已收下' : '成功' }
  return { kind: 'bad', word: status === 0 ? '没有回答' : `HTTP ${status}` }
}

function callRow(call: Call): string {
  const { kind, word } = outcome(call)
  const parts = { query: call.query, request: call.request, answer: call.answer }
  return `<li><details><summary><time title="${escaped(dayText.format(new Date(call.at)))}">${clockText.format(new Date(call.at))}</time>
    <span title="${call.direction === 'in' ? '服务端 → 微信' : '微信 → 服务端'}">${call.direction === 'in' ? '→' : '←'}</span>
    <code>${escaped(call.endpoint)}</code><span class="word ${kind}">${escaped(word)}</span><span class="ms">${call.ms} ms</span></summary>
    <pre>${escaped(JSON.stringify(parts, null, 2))}</pre></details></li>`
}

function drawFaults({ faults }: FaultBoard): void {
  at('faults').innerHTML =
    faults
      .map(
        (fault) =>
          `<li><span><code>${escaped(fault.endpoint)}</code> ${escaped(fault.errcode ?? fault.kind)} × ${fault.left}</span><button data-fault="${fault.id}">撤掉</button></li>`,
      )
      .join('') || '<li class="empty">没有布置故障。</li>'
}

function drawPeople(phones: Phone[], grants: Grant[], titles: Map<string, string>): void {
  at('phones').innerHTML = phones
    .map(
      (phone) =>
        `<tr><td>${escaped(phone.name)}</td><td>${escaped(phone.phoneNumber)}<br><small>${escaped(phone.openid)}</small></td><td><button data-block="${escaped(phone.id)}" data-blocked="${phone.blocked}">${phone.blocked ? '解除拦截' : '拦截登录'}</button></td></tr>`,
    )
    .join('')
  const nameOf = (openid: string) => phones.find((phone) => phone.openid === openid)?.name ?? openid
  const rows = grants.map((grant) => {
    const asksAgain = grant.always !== null
    return `<tr><td>${escaped(nameOf(grant.openid))}</td><td>${escaped(titles.get(grant.templateId) ?? grant.templateId)}</td>
      <td>剩 ${grant.left}</td><td>已发 ${grant.sent}</td>
      <td><button data-template="${escaped(grant.templateId)}" data-openid="${escaped(grant.openid)}" data-on="${asksAgain}">${asksAgain ? '重新询问' : '拒收'}</button></td></tr>`
  })
  at('grants').innerHTML = rows.join('') || '<tr><td class="empty">还没有人同意过订阅消息。</td></tr>'
  for (const button of document.querySelectorAll<HTMLElement>('[data-template]')) {
    const { template: templateId, openid, on } = button.dataset
    const phone = phones.find((candidate) => candidate.openid === openid)
    button.onclick = () =>
      void send('PUT', `/sandbox/phones/${phone?.id}/subscriptions/settings`, { templateId, on: on === 'true' })
  }
}

async function refresh(): Promise<void> {
  const [heard, board, phones, grants, templates, tokens, sms, { now, aheadMs }] = await Promise.all([
    read<Call[]>('/sandbox/calls'),
    read<FaultBoard>('/sandbox/faults'),
    read<Phone[]>('/sandbox/phones'),
    read<Grant[]>('/sandbox/grants'),
    read<{ id: string; title: string }[]>('/sandbox/templates'),
    read<Tokens>('/sandbox/tokens'),
    read<{ phoneNumber: string; text: string }[]>('/sandbox/sms'),
    read<{ now: string; aheadMs: number }>('/sandbox/clock'),
  ])
  calls = heard
  const until = heard.at(-1)?.id ?? 0
  if (until !== shownUntil) drawCalls()
  shownUntil = until
  drawFaults(board)
  drawPeople(phones, grants, new Map(templates.map(({ id, title }) => [id, title])))
  const left = tokens.current ? Math.round((tokens.current.expiresAt - Date.parse(now)) / 1000) : 0
  at('tokens').textContent = tokens.current
    ? `${tokens.current.token.slice(0, 10)}…，还有 ${left} 秒；今天强制刷新 ${tokens.forcedToday} / 20 次`
    : '还没有发出。'
  const ahead =
    aheadMs === 0 ? '' : `，比真实时间快 ${Math.round(aheadMs / 60_000)} 分钟：服务端的时间没有跟着走时，会拒收推送的事件`
  at('clock').textContent = `${dayText.format(new Date(now))}${ahead}`
  at('sms').innerHTML =
    sms
      .slice(-8)
      .reverse()
      .map(({ phoneNumber, text }) => `<li><span>${escaped(phoneNumber)} · ${escaped(text)}</span></li>`)
      .join('') || '<li class="empty">没有短信。</li>'
}

async function start(): Promise<void> {
  const board = await read<FaultBoard>('/sandbox/faults')
  const option = (value: string, text: string) => `<option value="${escaped(value)}">${escaped(text)}</option>`
  at('order')
    .querySelector('[name=endpoint]')
    ?.insertAdjacentHTML(
      'beforeend',
      endpoints.map((endpoint) => option(endpoint, endpoint === '*' ? '全部接口' : endpoint)).join(''),
    )
  const kinds = Object.entries(board.kinds)
    .filter(([kind]) => kind !== 'errcode')
    .map(([kind, text]) => option(kind, text))
  const errcodes = Object.entries(board.errcodes).map(([errcode, text]) => option(errcode, `${errcode} ${text}`))
  at('order')
    .querySelector('[name=fault]')
    ?.insertAdjacentHTML('beforeend', [...errcodes, ...kinds].join(''))
  at('only').insertAdjacentHTML(
    'beforeend',
    endpoints
      .slice(1)
      .map((endpoint) => option(endpoint, endpoint))
      .join(''),
  )
  at('only').onchange = at('refused').onchange = drawCalls

  at<HTMLFormElement>('order').onsubmit = (event) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const fault = String(form.get('fault'))
    const what = fault in board.errcodes ? { errcode: /^-?\d+$/.test(fault) ? Number(fault) : fault } : { kind: fault }
    void send('POST', '/sandbox/faults', { endpoint: form.get('endpoint'), times: Number(form.get('times')), ...what })
  }
  document.addEventListener('click', (event) => {
    const { fault, block, blocked, minutes } = (event.target as HTMLElement).dataset
    if (fault) void send('DELETE', `/sandbox/faults/${fault}`)
    if (block) void send('PUT', `/sandbox/phones/${block}/blocked`, { blocked: blocked !== 'true' })
    if (minutes) void send('POST', '/sandbox/clock', { advanceMs: Number(minutes) * 60_000 })
  })
  at('back').onclick = () => void send('DELETE', '/sandbox/clock')
  at('clear-calls').onclick = () => void send('DELETE', '/sandbox/calls')
  at('revoke').onclick = () => void send('DELETE', '/sandbox/tokens')
  const again = () =>
    void refresh()
      .catch(() => undefined)
      .finally(() => setTimeout(again, 1_500))
  again()
}

void start()
