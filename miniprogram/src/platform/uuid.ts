/** A random UUID (version 4) from a source of random bytes; WeChat's script engine has no crypto.randomUUID. */
export function uuidFrom(bytes: Uint8Array): string {
  const fixed = Uint8Array.from(bytes.slice(0, 16))
  fixed[6] = ((fixed[6] ?? 0) & 0x0f) | 0x40
  fixed[8] = ((fixed[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(fixed, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
