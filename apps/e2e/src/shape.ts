import type { Phone } from './people/phone.ts'

/** Buttons a thumb would miss: what they say, and how large they are. */
export async function targetsSmallerThan(leastPx: number, phone: Phone): Promise<string[]> {
  return phone.screen.locator('body').evaluate((body, least) => {
    const targets = [...body.querySelectorAll<HTMLElement>('[role=button], button, a, input, textarea, select')]
    return targets
      .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(({ target, box }) => {
        const name = target.getAttribute('aria-label') ?? target.textContent ?? ''
        return `${name.trim().slice(0, 20)} ${Math.round(box.width)}×${Math.round(box.height)}`
      })
  }, leastPx)
}

/** Buttons and pictures of which a screen reader could say nothing. */
export async function nameless(phone: Phone): Promise<string[]> {
  return phone.screen.locator('body').evaluate((body) => {
    const named = (element: Element) =>
      Boolean(element.getAttribute('aria-label')?.trim() || element.getAttribute('alt')?.trim() || element.textContent?.trim())
    const spokenOf = (picture: Element) =>
      picture.getAttribute('alt') === '' || picture.closest('[aria-hidden=true], [role=button][aria-label]') !== null
    const buttons = [...body.querySelectorAll('[role=button], button, a')].filter((button) => !named(button))
    const pictures = [...body.querySelectorAll('img, [role=img]')].filter((picture) => !named(picture) && !spokenOf(picture))
    return [...buttons, ...pictures]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 160))
  })
}

/** How far the page can be pushed sideways; 0 when all of it fits. */
export async function overflowOf(phone: Phone): Promise<number> {
  return phone.screen.locator('html').evaluate((html) => {
    const widest = Math.max(0, ...[...html.querySelectorAll('.screen')].map((screen) => screen.scrollWidth))
    return Math.max(html.scrollWidth, widest) - html.clientWidth
  })
}

/** The size of the type each of these words is set in. */
export async function typeSizes(phone: Phone, words: readonly string[]): Promise<number[]> {
  return Promise.all(
    words.map((word) => phone.words(word).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
  )
}
