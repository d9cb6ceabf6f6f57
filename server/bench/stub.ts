import { createSandbox, demonstrationTemplates } from '@yinuo/wechat-sandbox'

/** What of the stub's WeChat the bench wants to know, and where it asks. */
export interface Received {
  count: number
  /** of the stub's clock, which is the machine's */
  lastAt: number
  /** what was sent last, for whoever sends the same by hand */
  sample: unknown
}

/** Our WeChat, as a program of its own, with as many people in it as the bench needs. */
const PEOPLE = Number(process.env['PEOPLE'])
const SEND = '/cgi-bin/message/subscribe/send'
const template = demonstrationTemplates['notice']!
const sandbox = createSandbox()
for (let number = 1; number <= PEOPLE; number++)
  sandbox.world.phones.add({
    id: `oBench${number}`,
    openid: `oBench${number}`,
    phoneNumber: `138${String(number).padStart(8, '0')}`,
  })

let answersAfterMs = 0
sandbox.app.addHook('preHandler', (request, _reply, done) => {
  if (request.routeOptions.url === SEND) setTimeout(done, answersAfterMs)
  else done()
})

let received: Received = { count: 0, lastAt: 0, sample: null }
sandbox.world.calls.listen(({ endpoint, errcode, request }) => {
  if (endpoint !== SEND || errcode !== 0) return
  received = { count: received.count + 1, lastAt: Date.now(), sample: request }
})

/** Everybody accepts one message, and nothing has been received; from now on it takes so long to answer. */
sandbox.app.post<{ Querystring: { answersAfterMs: string } }>('/bench/refill', async (request, reply) => {
  answersAfterMs = Number(request.query.answersAfterMs)
  const { grants } = sandbox.world
  for (let number = 1; number <= PEOPLE; number++) {
    grants.cancel(`oBench${number}`, template)
    grants.answer(`oBench${number}`, template, 'accept', false)
  }
  received = { count: 0, lastAt: 0, sample: received.sample }
  return reply.code(204).send()
})
sandbox.app.get('/bench/received', async () => received)
await sandbox.listen(Number(process.env['PORT']))
