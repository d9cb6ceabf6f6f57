import { element, icon, openSheet, overlay } from './overlay.ts'

export interface PaySheet {
  amountFen: number
  merchant: string
  description: string
  wrongPasswords: string[]
}

const passwordLength = 6
const backspace = 'M9 6h11v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5'

/**
 * The sheet of wx.requestPayment: who gets how much, and a password of six digits.
 * `tryPassword` answers whether it was right; resolves false when the sheet is left.
 */
export function askPassword(sheet: PaySheet, tryPassword: (password: string) => Promise<boolean>): Promise<boolean> {
  return openSheet<boolean>('请输入支付密码', false, (close) => {
    let typed = ''
    let busy = false
    const dots = element('p', { class: 'dots', role: 'img', 'aria-label': '已输入0位' })
    const trouble = element('p', { class: 'trouble', role: 'alert' })
    const draw = () => {
      dots.replaceChildren(
        ...Array.from({ length: passwordLength }, (_, n) => element('i', { class: n < typed.length ? 'full' : '' })),
      )
      dots.setAttribute('aria-label', `已输入${typed.length}位`)
    }
    const press = async (digit: string) => {
      if (busy || typed.length >= passwordLength) return
      trouble.textContent = ''
      typed += digit
      draw()
      if (typed.length < passwordLength) return
      busy = true
      const right = await tryPassword(typed)
      busy = false
      if (right) return close(true)
      typed = ''
      trouble.textContent = '支付密码错误，请重试'
      draw()
    }
    const back = () => {
      if (busy) return
      typed = typed.slice(0, -1)
      draw()
    }
    draw()
    listenForDigits(dots, press, back)
    return [
      element(
        'button',
        { class: 'leave', 'aria-label': '取消支付', click: () => close(false) },
        icon('M6 6l12 12M18 6L6 18', 22),
      ),
      element('h1', { class: 'pay-title' }, '请输入支付密码'),
      element('p', { class: 'payee' }, sheet.merchant),
      element('p', { class: 'sum' }, element('small', {}, '¥'), yuan(sheet.amountFen)),
      element('p', { class: 'what' }, sheet.description),
      dots,
      trouble,
      keypad(press, back),
      element('p', { class: 'note' }, `演示环境：任意六位数字均可支付；${sheet.wrongPasswords.join('、')} 视为密码错误。`),
    ]
  })
}

/** What WeChat shows when the money has gone; it leaves by itself. */
export function showPaid(sheet: PaySheet): Promise<void> {
  const page = element(
    'section',
    { class: 'paid', role: 'status' },
    element('span', { class: 'done' }, icon('M5 12.5l4.5 4.5L19 7.5', 40)),
    element('h1', {}, '支付成功'),
    element('p', { class: 'payee' }, sheet.merchant),
    element('p', { class: 'sum' }, element('small', {}, '¥'), yuan(sheet.amountFen)),
  )
  return new Promise((resolve) => {
    const leave = () => {
      clearTimeout(timer)
      page.remove()
      resolve()
    }
    const timer = setTimeout(leave, 5_000)
    page.append(element('button', { class: 'one', 'data-first': true, click: leave }, '完成'))
    overlay().append(page)
    page.querySelector<HTMLElement>('[data-first]')?.focus()
  })
}

function keypad(press: (digit: string) => Promise<void>, back: () => void): HTMLElement {
  const key = (digit: string) => element('button', { 'data-key': digit, click: () => void press(digit) }, digit)
  return element(
    'div',
    { class: 'keypad' },
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key),
    element('span', {}),
    key('0'),
    element('button', { 'aria-label': '退格', click: back }, icon(backspace, 24)),
  )
}

/** A keyboard types too, as long as the sheet is there. */
function listenForDigits(within: HTMLElement, press: (digit: string) => Promise<void>, back: () => void): void {
  const onKey = (event: KeyboardEvent) => {
    if (!within.isConnected) return document.removeEventListener('keydown', onKey)
    if (/^\d$/.test(event.key)) void press(event.key)
    if (event.key === 'Backspace') back()
  }
  // Connected only after openSheet has drawn it.
  queueMicrotask(() => document.addEventListener('keydown', onKey))
}

function yuan(fen: number): string {
  return (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
