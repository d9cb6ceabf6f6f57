import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const secret = () => randomBytes(24).toString('base64url')

/**
 * Secrets of this installation: made once, kept in the data folder, never in the repository.
 * @param {string} data
 */
export function installationKeys(data) {
  const file = join(data, 'keys.json')
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const keys = {
    appPassword: secret(),
    workerPassword: secret(),
    linkSigningKey: randomBytes(32).toString('base64url'),
    wechatAppSecret: randomBytes(16).toString('hex'),
    wechatMessageToken: randomBytes(16).toString('hex'),
    smsGatewayKey: secret(),
    ...kept,
  }
  if (Object.keys(keys).length > Object.keys(kept).length) writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 })
  return keys
}
