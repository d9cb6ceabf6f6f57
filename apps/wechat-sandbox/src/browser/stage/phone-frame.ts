import { escaped, icon, send } from './desk-state.ts'
import type { Desk, DeskPhone } from './desk-state.ts'

const firstPages = { resident: 'pages/home/index', staff: 'staff/today/index' } as const

/** One phone in its frame, with the hand that holds it. */
export class PhoneFrame {
  readonly side: 'resident' | 'staff'
  #place: HTMLElement
  #phones: DeskPhone[] = []
  #phone: DeskPhone | undefined
  #apiUrl: string | null = null
  #shows = ''

  constructor(side: 'resident' | 'staff', place: HTMLElement) {
    this.side = side
    this.#place = place
  }

  get phoneId(): string | undefined {
    return this.#phone?.id
  }

  /** Draws anew only when something that is shown has changed. */
  show(desk: Desk, wanted: string | null, apiUrl: string | null): void {
    this.#phones = desk.phones
    this.#apiUrl = apiUrl
    const chosen = this.#phone?.id ?? wanted
    this.#phone =
      desk.phones.find(({ id }) => id === chosen) ?? desk.phones.find(({ who }) => who === this.side) ?? desk.phones[0]
    if (!this.#phone) return
    const shows = `${this.#phone.id} ${desk.ready.miniprogram}`
    if (shows !== this.#shows) {
      this.#shows = shows
      this.#draw(this.#phone, desk.ready.miniprogram)
    }
    this.#press('.cut', this.#phone.offline, this.#phone.offline ? '恢复' : '断网')
    this.#press('.large', this.#phone.largeText)
    const bar = this.#place.querySelector('.signal')
    if (bar) bar.innerHTML = icon(this.#phone.offline ? 'offline' : 'online')
  }

  /** Holds the phone over a code. */
  async scan(path: string): Promise<void> {
    if (!this.#phone) return
    await send('POST', `/sandbox/phones/${this.#phone.id}/scans`, { path })
    const { heardBy } = await send('POST', `/sandbox/phones/${this.#phone.id}/open`, { path })
    const frame = this.#frame()
    if (!heardBy && frame) frame.src = this.#address(path)
  }

  tick(time: string): void {
    const clock = this.#place.querySelector('.clock')
    if (clock) clock.textContent = time
  }

  #draw(phone: DeskPhone, built: boolean): void {
    const options = this.#phones.map(
      ({ id, name }) => `<option value="${escaped(id)}"${id === phone.id ? ' selected' : ''}>${escaped(name)}</option>`,
    )
    this.#place.innerHTML = `
      <div class="who">
        <span class="face" aria-hidden="true">${escaped(phone.name.slice(0, 1))}</span>
        <div class="name"><select aria-label="换一部手机">${options.join('')}</select><small title="${escaped(phone.about ?? '')}">${escaped(phone.about ?? '')}</small></div>
        <div class="keys">
          <button class="scan">${icon('scan')}扫一扫</button>
          <button class="cut" aria-pressed="false">${icon('offline')}<span>断网</span></button>
          <button class="large" aria-pressed="false">${icon('large')}<span>大字</span></button>
        </div>
      </div>
      <div class="phone"><div class="screen">
        <div class="bar"><span class="clock"></span><span class="signal"></span></div>
        ${built ? `<iframe title="${escaped(phone.name)}的小程序" src="${escaped(this.#address(firstPages[phone.who]))}"></iframe>` : '<p class="wait">小程序还没有构建好。<br>运行 npm start 会自动构建，好了这里会打开。</p>'}
      </div></div>`
    this.#place
      .querySelector('select')
      ?.addEventListener('change', (event) => this.#take((event.target as HTMLSelectElement).value))
    this.#on('.scan', () => send('POST', `/sandbox/phones/${phone.id}/scan`, {}))
    this.#on('.cut', () => this.#set('offline', { offline: !this.#phone?.offline }))
    this.#on('.large', () => this.#set('large-text', { on: !this.#phone?.largeText }))
  }

  #take(id: string): void {
    this.#phone = this.#phones.find((phone) => phone.id === id)
    const address = new URL(location.href)
    address.searchParams.set(this.side, id)
    history.replaceState(null, '', address)
    document.dispatchEvent(new Event('desk-changed'))
  }

  async #set(what: string, value: object): Promise<void> {
    await send('PUT', `/sandbox/phones/${this.phoneId}/${what}`, value)
    document.dispatchEvent(new Event('desk-changed'))
  }

  #on(selector: string, act: () => Promise<unknown>): void {
    this.#place.querySelector(selector)?.addEventListener('click', () => void act())
  }

  #press(selector: string, pressed: boolean, word?: string): void {
    const button = this.#place.querySelector(selector)
    button?.setAttribute('aria-pressed', String(pressed))
    const label = button?.querySelector('span')
    if (label && word) label.textContent = word
  }

  #frame(): HTMLIFrameElement | null {
    return this.#place.querySelector('iframe')
  }

  #address(page: string): string {
    const query = new URLSearchParams({ phone: this.phoneId ?? '', ...(this.#apiUrl ? { api: this.#apiUrl } : {}) })
    return `/miniprogram/?${query}#/${page}`
  }
}
