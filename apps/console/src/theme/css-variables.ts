import { colour, fontFamily, radius, shadow, stateColour } from './tokens.ts'

/** Puts the tokens where style sheets can read them: `var(--ink)`, `var(--late-text)`. */
export function putTokensOnPage(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colour)) root.style.setProperty(`--${kebab(name)}`, value)
  for (const [tone, shades] of Object.entries(stateColour)) {
    for (const [use, value] of Object.entries(shades)) root.style.setProperty(`--${kebab(tone)}-${use}`, value)
  }
  root.style.setProperty('--radius', `${radius.card}px`)
  root.style.setProperty('--shadow', shadow)
  root.style.setProperty('--font', fontFamily)
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
