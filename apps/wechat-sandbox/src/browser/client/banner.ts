import { element, icon, overlay } from './overlay.ts'

export type Arrived =
  | { kind: 'push'; title: string; lines: { label: string; value: string }[]; page: string | null; at: string }
  | { kind: 'sms'; text: string; at: string }

const shownForMs = 12_000

/** A service notification or a text message coming in at the top of the phone. */
export function showBanner(arrived: Arrived, open: (page: string) => void): void {
  const banner = element('button', {
    class: 'banner',
    'data-banner': arrived.kind,
    click: () => {
      banner.remove()
      if (arrived.kind === 'push' && arrived.page) open(arrived.page)
    },
  })
  banner.append(...(arrived.kind === 'push' ? pushParts(arrived) : smsParts(arrived)))
  stack().prepend(banner)
  setTimeout(() => banner.remove(), shownForMs)
}

export function tell(text: string): void {
  const toast = element('div', { class: 'toast', role: 'status' }, text)
  overlay().append(toast)
  setTimeout(() => toast.remove(), 2_000)
}

function stack(): HTMLElement {
  const root = overlay()
  const known = root.querySelector<HTMLElement>('.banners')
  if (known) return known
  const made = element('div', { class: 'banners', role: 'status', 'aria-live': 'polite' })
  root.append(made)
  return made
}

function pushParts(push: Extract<Arrived, { kind: 'push' }>): Node[] {
  return [
    from('服务通知 · 一诺物业', 'M4 11.5 12 5l8 6.5M6.5 10v8.5h11V10M9.5 14l2 2 3.5-4', push.at, ''),
    element('h2', {}, push.title),
    element('dl', {}, ...push.lines.flatMap(({ label, value }) => [element('dt', {}, label), element('dd', {}, value)])),
    element('div', { class: 'go' }, element('span', {}, '进入小程序查看'), element('span', {}, '›')),
  ]
}

function smsParts(sms: Extract<Arrived, { kind: 'sms' }>): Node[] {
  return [from('短信', 'M4 5.5h16v11H9.5L6 19.5v-3H4z', sms.at, ' sms'), element('p', {}, sms.text)]
}

function from(name: string, drawing: string, at: string, kind: string): HTMLElement {
  const time = new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })
  return element(
    'div',
    { class: 'from' },
    element('span', { class: `mark${kind}` }, icon(drawing, 14)),
    name,
    element('time', {}, time),
  )
}
