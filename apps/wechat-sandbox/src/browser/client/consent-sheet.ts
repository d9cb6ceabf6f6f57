import { asker, checkMark, element, icon, openSheet } from './overlay.ts'

export interface AskedTemplate {
  id: string
  title: string | null
  fields: { key: string; label: string }[]
  always: string | null
}

export interface Consent {
  answers: Record<string, string>
  always: boolean
}

/** The sheet of wx.requestSubscribeMessage. Leaving it refuses everything asked. */
export function askConsent(templates: AskedTemplate[]): Promise<Consent> {
  const ticked = new Set(templates.map(({ id }) => id))
  let always = false
  const answersFor = (allowed: boolean) =>
    Object.fromEntries(templates.map(({ id }) => [id, allowed && ticked.has(id) ? 'accept' : 'reject']))

  return openSheet<Consent>('订阅消息', { answers: answersFor(false), always: false }, (close) => [
    asker('申请'),
    element('h1', {}, '发送以下服务通知，每次同意可接收一条'),
    element(
      'ul',
      { class: 'list' },
      ...templates.map((template) => {
        const tick = element('span', { class: 'tick' }, icon(checkMark, 14))
        const choice = element('button', {
          class: 'choice',
          role: 'checkbox',
          'aria-checked': 'true',
          click: () => {
            if (!ticked.delete(template.id)) ticked.add(template.id)
            choice.setAttribute('aria-checked', String(ticked.has(template.id)))
          },
        })
        const fields = template.fields.map(({ label }) => label).join('、')
        choice.append(tick, element('span', {}, template.title ?? template.id, fields !== '' && element('small', {}, fields)))
        return element('li', {}, choice)
      }),
    ),
    alwaysBox((kept) => (always = kept)),
    element(
      'div',
      { class: 'two' },
      element('button', { class: 'no', click: () => close({ answers: answersFor(false), always }) }, '取消'),
      element('button', { class: 'yes', 'data-first': true, click: () => close({ answers: answersFor(true), always }) }, '允许'),
    ),
  ])
}

function alwaysBox(keep: (kept: boolean) => void): HTMLElement {
  let kept = false
  const box = element('button', {
    class: 'always',
    role: 'checkbox',
    'aria-checked': 'false',
    click: () => {
      kept = !kept
      box.setAttribute('aria-checked', String(kept))
      keep(kept)
    },
  })
  box.append(element('span', { class: 'tick' }, icon(checkMark, 12)), '总是保持以上选择，不再询问')
  return box
}
