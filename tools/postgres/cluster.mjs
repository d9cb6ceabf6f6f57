import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binary } from './binaries.mjs'
import { mayReach } from './identity.mjs'

export const owner = 'yinuo'

/** A clean environment: PG* variables of the caller's must not lead initdb or postgres elsewhere. */
export const environment = { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot }

/**
 * Where the database files are: inside the data folder, unless the borrowed account cannot reach it.
 * @param {string} dataDir @param {import('./identity.mjs').Identity} identity
 */
export function clusterFolder(dataDir, identity) {
  const inside = join(dataDir, 'cluster')
  // The data folder itself is ours to open; what is in it stays closed (password 0600, cluster 0700).
  if (identity) chmodSync(dataDir, statSync(dataDir).mode | 0o111)
  if (mayReach(inside, identity)) return inside
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const home = `/var/tmp/yinuo-data-${name}`
  mkdirSync(home, { recursive: true, mode: 0o755 })
  if (lstatSync(home).uid !== process.getuid?.())
    throw new Error(`${home} does not belong to this user. Remove it and start again.`)
  chmodSync(home, 0o755)
  writeFileSync(
    join(dataDir, 'WHERE-THE-DATA-IS.txt'),
    `${home}/cluster\nPostgreSQL does not run as root, and no other account can enter this folder.\n`,
  )
  return join(home, 'cluster')
}

/** @param {string} dataDir */
export function readPassword(dataDir) {
  const file = join(dataDir, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/**
 * Creates the database files once. They appear under their name only when complete, so a kill half-way leaves nothing half-made.
 * @param {{ root: string, cluster: string, password: string, identity: import('./identity.mjs').Identity,
 *   durable: boolean }} options
 */
export function createCluster({ root, cluster, password, identity, durable }) {
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const draft = `${cluster}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const secrets = mkdtempSync(join(tmpdir(), 'yinuo-'))
  const passwordFile = join(secrets, 'password')
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (identity) for (const path of [draft, secrets, passwordFile]) chownSync(path, identity.uid, identity.gid)
    const login = ['-U', owner, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
    const texts = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    run(binary(root, 'initdb'), ['-D', draft, ...login, ...texts, ...(durable ? [] : ['--no-sync'])], identity)
    run(binary(root, 'postgres'), ['--single', '-D', draft, 'postgres'], identity, `CREATE DATABASE ${owner};\n`)
    renameSync(draft, cluster)
  } finally {
    rmSync(secrets, { recursive: true, force: true })
  }
}

/** @param {string} program @param {string[]} args @param {import('./identity.mjs').Identity} identity @param {string} [input] */
function run(program, args, identity, input) {
  const done = spawnSync(program, args, { ...identity, env: environment, cwd: '/', input, encoding: 'utf8' })
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`The database files could not be created.\n${(done.stderr || done.stdout).trim()}`)
}
