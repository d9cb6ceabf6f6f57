import { Agent, createServer, request } from 'node:http'

/** Sends the same messages to the same WeChat by the plainest loop there is: no database, nothing remembered. */
interface Wish {
  from: number
  count: number
  concurrency: number
  sample: Record<string, unknown>
}

const base = process.env['STUB']!
const account = { grant_type: 'client_credential', appid: 'wx0000yinuosandbox', secret: 'sandbox-app-secret' }
const agent = new Agent({ keepAlive: true, maxSockets: 1024 })

function post(path: string, body: object): Promise<string> {
  const text = JSON.stringify(body)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, base), { method: 'POST', agent, headers }, (answer) => {
      let heard = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (heard += part))
      answer.on('end', () => resolve(heard))
    })
    sent.on('error', reject)
    sent.end(text)
  })
}

async function run({ from, count, concurrency, sample }: Wish): Promise<number> {
  const { access_token } = JSON.parse(await post('/cgi-bin/stable_token', account)) as { access_token: string }
  const path = `/cgi-bin/message/subscribe/send?access_token=${access_token}`
  let next = from
  const begun = performance.now()
  const send = async () => {
    while (next < from + count) {
      const { errcode } = JSON.parse(await post(path, { ...sample, touser: `oBench${next++}` })) as { errcode: number }
      if (errcode !== 0) throw new Error(`the stub refused with ${errcode}`)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, send))
  return performance.now() - begun
}

createServer((asked, answer) => {
  let heard = ''
  asked.on('data', (part: Buffer) => (heard += part.toString()))
  asked.on('end', () => {
    if (asked.method === 'GET') return answer.end('ready')
    run(JSON.parse(heard) as Wish).then(
      (milliseconds) => answer.end(JSON.stringify({ milliseconds })),
      (error: Error) => answer.writeHead(500).end(error.message),
    )
  })
}).listen(Number(process.env['PORT']), '127.0.0.1')
