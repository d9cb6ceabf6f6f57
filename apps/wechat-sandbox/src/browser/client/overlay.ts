import { style } from './overlay-style.ts'

/** The layer above the mini-program on which WeChat draws; closed off from the page's own styles. */
let layer: ShadowRoot | undefined

export function overlay(): ShadowRoot {
  if (layer) return layer
  const host = document.createElement('wechat-app')
  document.documentElement.append(host)
  layer = host.attachShadow({ mode: 'open' })
  const css = document.createElement('style')
  css.textContent = style
  layer.append(css)
  return layer
}

type Child = Node | string | null | undefined | false
type Properties = Record<string, string | boolean | ((event: Event) => void) | undefined>

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') made.addEventListener(name, value)
    else made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)))
  return made
}

/** A drawing from our own line set. */
export function icon(path: string, size = 24): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: String(size),
    height: String(size),
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.8',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(name, value)
  }
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  drawn.setAttribute('d', path)
  svg.append(drawn)
  return svg
}

export const checkMark = 'M5 12.5l4.5 4.5L19 7.5'

/** A sheet from below. Resolves with what was chosen; a tap beside it chooses `whenLeft`. */
export function openSheet<T>(label: string, whenLeft: T, draw: (close: (chosen: T) => void) => Child[]): Promise<T> {
  const root = overlay()
  return new Promise((resolve) => {
    const close = (chosen: T) => {
      shade.remove()
      document.removeEventListener('keydown', onKey)
      resolve(chosen)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close(whenLeft)
    }
    const sheet = element('section', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': label })
    const shade: HTMLElement = element(
      'div',
      { class: 'shade', click: (event) => event.target === shade && close(whenLeft) },
      sheet,
    )
    sheet.append(...draw(close).filter((child): child is Node | string => Boolean(child)))
    document.addEventListener('keydown', onKey)
    root.append(shade)
    sheet.querySelector<HTMLElement>('[data-first]')?.focus()
  })
}

/** Whose request it is: every sheet begins with the mini-program's mark and name. */
export function asker(words: string): HTMLElement {
  return element(
    'header',
    { class: 'asker' },
    element('span', { class: 'mark' }, icon('M4 11.5 12 5l8 6.5M6.5 10v8.5h11V10M9.5 14l2 2 3.5-4', 18)),
    element('span', {}, `一诺物业 ${words}`),
  )
}
