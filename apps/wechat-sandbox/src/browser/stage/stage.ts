import { byId, escaped, icon, reachable, read } from './desk-state.ts'
import type { Desk, Poster, StoryLine } from './desk-state.ts'
import { PhoneFrame } from './phone-frame.ts'

const resident = new PhoneFrame('resident', byId('resident'))
const staff = new PhoneFrame('staff', byId('staff'))
const wanted = new URLSearchParams(location.search)
const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })
const exactTime = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })

async function lookAtDesk(): Promise<void> {
  const desk = await read<Desk>('/sandbox/stage')
  const apiUrl = desk.apiUrl ? reachable(desk.apiUrl) : null
  resident.show(desk, wanted.get('resident'), apiUrl)
  staff.show(desk, wanted.get('staff'), apiUrl)
  showMissing(desk)
  showOffice(desk)
}

function showMissing({ ready }: Desk): void {
  const missing = [
    !ready.miniprogram && '小程序的网页版还没有构建好，手机里暂时没有内容。',
    !ready.server && '服务端还没有启动，小程序打得开，但读不到内容。',
  ].filter(Boolean)
  const line = byId('missing')
  line.hidden = missing.length === 0
  line.textContent = missing.join(' ')
}

let officeShown = ''

function showOffice({ consoleUrl, ready, signIn }: Desk): void {
  const address = consoleUrl ? reachable(consoleUrl) : ''
  const shows = `${address} ${ready.office}`
  if (shows === officeShown) return
  officeShown = shows
  for (const id of ['console-link', 'window-link']) {
    const link = byId<HTMLAnchorElement>(id)
    link.hidden = address === ''
    link.href = address
  }
  const office = byId('office')
  office.innerHTML = ready.office
    ? `<iframe title="控制台" src="${escaped(address)}" tabindex="-1"></iframe><a href="${escaped(address)}" target="console" aria-label="打开控制台"></a>`
    : '控制台还没有启动。'
  scaleOffice()
  byId('sign-in').innerHTML = signIn
    ? `登录：<code>${escaped(signIn.login)}</code> &nbsp; 密码：<code>${escaped(signIn.password)}</code>`
    : ''
}

function scaleOffice(): void {
  const office = byId('office')
  const frame = office.querySelector('iframe')
  if (frame) frame.style.transform = `scale(${office.clientWidth / 1280})`
}

let postersShown = false

async function showPosters(): Promise<void> {
  if (postersShown) return
  const posters = await read<Poster[]>('/sandbox/posters')
  const place = byId('posters')
  if (posters.length === 0) {
    place.innerHTML = '<p class="empty">服务端启动后，小区的码会放在这里。</p>'
    return
  }
  postersShown = true
  place.innerHTML = posters
    .map(
      ({ picture, label, caption }) => `<button class="poster" title="用住户的手机扫它">
        <i>一诺物业</i><img src="${escaped(picture)}" alt="${escaped(label)}的${escaped(caption)}"><b>${escaped(label)}</b><span>${escaped(caption)} · 点一下就扫</span></button>`,
    )
    .join('')
  place.querySelectorAll('button').forEach((button, index) => {
    button.addEventListener('click', () => void resident.scan(posters[index]?.path ?? '').then(tellStory))
  })
}

let told = ''

async function tellStory(): Promise<void> {
  const lines = await read<StoryLine[]>('/sandbox/story')
  const text = JSON.stringify(lines)
  if (text === told) return
  told = text
  document.body.dataset.turn = lines.find(({ state }) => state === 'now')?.turn ?? ''
  byId('story').innerHTML = lines.map(storyLine).join('')
}

function storyLine({ step, state, title, text, at }: StoryLine): string {
  const when = at
    ? `<time datetime="${escaped(at)}" title="${escaped(exactTime.format(new Date(at)))}">${time.format(new Date(at))}</time>`
    : '<i></i>'
  return `<li class="${escaped(state)}"><i class="dot">${icon(step)}</i><b>${escaped(title)}</b>${when}<span>${escaped(text)}</span></li>`
}

function every(ms: number, act: () => Promise<void>): void {
  const again = () =>
    void act()
      .catch(() => undefined)
      .finally(() => setTimeout(again, ms))
  again()
}

every(4_000, lookAtDesk)
every(5_000, showPosters)
every(2_000, tellStory)
every(1_000, async () => {
  const now = time.format(new Date())
  resident.tick(now)
  staff.tick(now)
})
document.addEventListener('desk-changed', () => void lookAtDesk())
window.addEventListener('resize', scaleOffice)
