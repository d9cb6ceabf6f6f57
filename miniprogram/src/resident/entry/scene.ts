/** WeChat hands `scene` over encoded, and a plain link may have encoded it once more. */
export function tokenOf(scene: string | undefined): string | null {
  if (!scene) return null
  let token = scene
  for (let turn = 0; turn < 2 && token.includes('%'); turn += 1) {
    try {
      token = decodeURIComponent(token)
    } catch {
      return null
    }
  }
  return /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(token) ? token : null
}
