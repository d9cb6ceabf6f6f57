import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CONTRACT = join(import.meta.dirname, '../../docs/api/openapi.json')
const changing = ['post', 'put', 'patch', 'delete']

/** Changes that are no entry of the audit log, and why. @type {Record<string, string>} */
const unrecorded = {
  'POST /api/communities/{communityId}/fund-imports/check': 'shows what would be entered, and changes nothing',
  'POST /api/me/subscriptions': 'a grant is its own record: who, which template, when, used by which message',
  'POST /api/me/messages/read-all': 'the message keeps when it was read, and nobody else may read it for them',
  'POST /api/me/messages/{id}/read': 'the message keeps when it was read, and nobody else may read it for them',
  'PUT /api/communities/{communityId}/conversations/{id}/seen': 'how far each side has read is kept with the conversation',
  'POST /api/me/notices/{id}/read': 'the notice keeps who opened it and when, and nobody else may open it for them',
  'POST /api/communities/{communityId}/notice-reach': 'counts people, and changes nothing',
  'POST /api/me/payments/{id}/request': 'shows the same order to the phone once more, and changes nothing',
  'PUT /api/me/preferences': 'how large the letters on one’s own phone are',
  'PUT /api/me/saved-views/{page}': 'how one’s own list is filtered',
  'POST /api/files': 'a file keeps who uploaded it and when; the case or application that takes it is recorded',
  'POST /api/communities/{communityId}/unit-batches/preview': 'shows what would be added, and changes nothing',
  'POST /api/communities/{communityId}/document-files':
    'a file keeps who uploaded it and when; the document that takes it is recorded',
  'POST /api/sessions/refresh': 'a refresh token keeps when it was used; using it twice is theft, which is recorded',
  'POST /api/sessions/wechat':
    'a session keeps who, when and from where; a WeChat account belongs to no company whose log could take it',
  'POST /api/sessions/tickets': 'nobody is signed in yet; whoever redeems the ticket is recorded',
  'POST /api/me/totp': 'an offer that changes nothing until it is confirmed, which is recorded',
}

/** Changes no test answers with success in this process, and where they are seen. @type {Record<string, string>} */
const seenElsewhere = {}

export async function watchRoutes() {
  process.env.TEST_ANSWERED_ROUTES = await mkdtemp(join(tmpdir(), 'yinuo-routes-'))
}

/**
 * Throws when a change was answered with success and no entry of the audit log carries its trace, or when a route that
 * changes something was never answered with success by any test. Judges only where all tests ran.
 * @param {boolean} all
 */
export async function judgeRoutes(all) {
  const folder = process.env.TEST_ANSWERED_ROUTES ?? ''
  const files = await readdir(folder)
  const lines = (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n').split('\n')
  await rm(folder, { recursive: true })
  if (!all) return
  const audited = new Map()
  for (const [route, was] of lines.map((line) => line.split('\t'))) audited.set(route, audited.get(route) || was === 'true')
  const { paths } = JSON.parse(await readFile(CONTRACT, 'utf8'))
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    changing.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const faults = [
    ...routes.filter((route) => !audited.has(route) && !(route in seenElsewhere)).map((route) => `${route}: never answered`),
    ...routes
      .filter((route) => audited.get(route) === false && !(route in unrecorded))
      .map((route) => `${route}: no audit entry`),
    ...Object.keys(unrecorded)
      .filter((route) => audited.get(route) !== false)
      .map((route) => `${route}: exempt for nothing`),
  ]
  if (faults.length > 0) throw new Error(`every change must be tested and recorded:\n${faults.join('\n')}`)
}
