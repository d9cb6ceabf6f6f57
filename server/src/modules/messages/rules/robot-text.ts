const MOST_BYTES = 2048

/** What WeCom takes for a call to somebody, or to all of the group. Words of residents call nobody. */
const MENTION = /<(?=\s*@)/g

/** WeCom refuses texts of more than 2048 bytes; half a character is no character. */
export function fitRobotText(words: string): string {
  const text = words.replace(MENTION, '＜')
  if (Buffer.byteLength(text) <= MOST_BYTES) return text
  let fitted = ''
  let bytes = Buffer.byteLength('…')
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > MOST_BYTES) break
    fitted += character
  }
  return `${fitted}…`
}

/**
 * The key in the address of a robot, or null where it is no such address. Only the key is kept, so that we never call where
 * somebody tells us to.
 */
export function robotKeyOf(address: string, base: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname, searchParams, username } = new URL(address)
  const key = searchParams.get('key') ?? ''
  const isRobot = origin === new URL(base).origin && pathname === '/cgi-bin/webhook/send' && username === ''
  return isRobot && /^[0-9A-Za-z-]{8,64}$/.test(key) ? key : null
}
