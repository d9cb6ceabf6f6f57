/** The colours of look.md. The same values stand in tokens.scss; a test holds the two together. */
export const colours = {
  brand: '#0F6B57',
  brandSoft: '#E3F0EC',
  accent: '#E8A33D',
  accentSoft: '#FDF3E1',
  accentInk: '#7A4B00',
  ink: '#1B2420',
  secondary: '#5E6B66',
  line: '#E4E9E6',
  page: '#F5F7F6',
  card: '#FFFFFF',
} as const

/** Never alone: a state's colour stands beside its icon and its word. */
export const stateColours = {
  onTime: '#1E8E5A',
  soon: '#C77700',
  late: '#C8372D',
  waiting: '#5B6B8C',
  done: '#7A8783',
} as const

/** The same hues deep enough for small words on white and on the page. */
export const stateInks = {
  onTime: '#157347',
  soon: '#8F5600',
  late: '#B42A21',
  waiting: '#4A5A7A',
  done: '#5E6B66',
} as const

export type Tone = keyof typeof stateColours

export function contrast(foreground: string, background: string): number {
  const [light, dark] = [luminance(foreground), luminance(background)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
