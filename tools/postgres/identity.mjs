import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** @typedef {{ uid: number, gid: number } | undefined} Identity who PostgreSQL runs as; undefined = whoever we are */

/**
 * PostgreSQL refuses to run as root, and the uid must be a known one (initdb looks it up), so root borrows an account that exists.
 * @returns {Identity}
 */
export function unprivilegedIdentity() {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!account) {
    throw new Error(
      'PostgreSQL does not run as root, and this system has neither a "postgres" nor a "nobody" account. Start as an ordinary user, or set DATABASE_URL.',
    )
  }
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/**
 * Whether that identity can walk down to the path: false for a project under /root (mode 0700).
 * @param {string} path
 * @param {Identity} identity
 */
export function mayReach(path, identity) {
  if (!identity) return true
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const shift = uid === identity.uid ? 6 : gid === identity.gid ? 3 : 0
    if (!((mode >> shift) & 1)) return false
    if (folder === dirname(folder)) return true
  }
}
