/** The look of the product in figures. The mini-program carries the same values. */
export const colour = {
  brand: '#0F6B57',
  brandTint: '#E7F1EE',
  accent: '#E8A33D',
  ink: '#1B2420',
  secondary: '#5E6B66',
  line: '#E4E9E6',
  page: '#F5F7F6',
  card: '#FFFFFF',
} as const

/**
 * A state is told by colour, icon and word together. `mark` draws icons, bars and dots (3:1 suffices);
 * `text` writes words (4.5:1 on card, page and its own tint).
 */
export const stateColour = {
  onTime: { mark: '#1E8E5A', text: '#17714A', tint: '#E8F4EE' },
  soon: { mark: '#C77700', text: '#8F5500', tint: '#FCF2E2' },
  late: { mark: '#C8372D', text: '#B52C23', tint: '#FCEBE9' },
  waiting: { mark: '#5B6B8C', text: '#4C5B7B', tint: '#ECEFF5' },
  done: { mark: '#7A8783', text: '#596561', tint: '#EFF2F1' },
} as const
export type Tone = keyof typeof stateColour

export const radius = { card: 8, control: 6 } as const
export const shadow = '0 1px 2px rgba(27, 36, 32, 0.05), 0 4px 16px rgba(27, 36, 32, 0.05)'
export const fontFamily = `-apple-system, BlinkMacSystemFont, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', sans-serif`
