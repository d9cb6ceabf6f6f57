/** Codes of notices are `n` and the notice's id in 22 letters; any other code is something else's. */
export function noticeOfScene(token: string | null): string | null {
  if (!token || !/^n[\w-]{22}$/.test(token)) return null
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const bits = [...token.slice(1)].map((letter) => letters.indexOf(letter).toString(2).padStart(6, '0')).join('')
  const digits = Array.from({ length: 32 }, (_, at) => parseInt(bits.slice(at * 4, at * 4 + 4), 2).toString(16)).join('')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-')
}
