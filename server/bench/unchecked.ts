import 'reflect-metadata'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The built server without its check of who calls and what they may do, to be measured beside the whole one: for each token
 * the check is made once, and from then on its outcome is taken for granted. It is wired here and nowhere else.
 */
interface Request {
  id: string
  headers: { authorization?: string; 'idempotency-key'?: string }
  method: string
  act?: object
}
interface Context {
  switchToHttp(): { getRequest(): Request }
}
interface Guard {
  canActivate(context: Context): Promise<boolean>
}

const load = (path: string) =>
  import(pathToFileURL(join(process.env['DIST']!, path)).href) as Promise<{ CallerGuard: { prototype: Guard } }>

const { prototype } = (await load('modules/access/http/caller.guard.js')).CallerGuard
const check = prototype.canActivate
const known = new Map<string, object>()

prototype.canActivate = async function (this: Guard, context) {
  const request = context.switchToHttp().getRequest()
  const token = request.headers.authorization ?? ''
  const act = known.get(token)
  if (!act) {
    const isLetIn = await check.call(this, context)
    known.set(token, request.act!)
    return isLetIn
  }
  const key = request.headers['idempotency-key']
  const idempotency = key && request.method === 'POST' ? { key, requestHash: Buffer.alloc(32) } : null
  request.act = { ...act, now: new Date(), traceId: request.id, idempotency }
  return true
}

await load('main.js')
