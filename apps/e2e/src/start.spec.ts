import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ownFolder, startProduct } from '../product.mjs'

const firstPort = 3490

describe('npm start', () => {
  /** One folder for all: only the first start has to fill it. */
  const data = ownFolder('start')
  const open: { stop(): Promise<void> }[] = []

  afterEach(async () => {
    for (const product of open.splice(0)) await product.stop()
  })
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  async function start(env: Record<string, string> = {}) {
    const product = await startProduct({ data, firstPort, env })
    open.push(product)
    return product
  }

  it('says where everything is, and everything answers', async () => {
    const product = await start()
    for (const address of [product.stage, product.console, `${product.server}/health/ready`]) {
      expect((await fetch(address)).status).toBe(200)
      expect(product.said()).toContain(new URL(address).origin)
    }
    expect(product.said()).toContain('manager / yinuo-demo')
  })

  it('starts again within ten seconds, on the same data', async () => {
    const first = await start()
    const before = await demonstration(first.server)
    await first.stop()
    const begun = Date.now()
    const second = await start()
    expect(Date.now() - begun).toBeLessThan(10_000)
    expect(await demonstration(second.server)).toEqual(before)
  })

  it('leaves no process behind when asked to stop', async () => {
    const product = await start()
    const processes = processesOf(product)
    expect(processes.filter(isAlive)).toHaveLength(5)
    await product.stop()
    await untilAllHaveEnded(processes)
  })

  it('works again after it was killed outright', async () => {
    const killed = await start()
    process.kill(killed.pid, 'SIGKILL')
    await killed.ended
    const again = await start()
    expect((await fetch(`${again.server}/health/ready`)).status).toBe(200)
    await untilAllHaveEnded([killed.pid, ...killed.children])
  })

  it('takes the next port and says so when one is taken', async () => {
    const other = createServer().listen(firstPort + 1, '127.0.0.1')
    try {
      const product = await start()
      expect(product.stage).not.toContain(String(firstPort + 1))
      expect((await fetch(product.stage)).status).toBe(200)
      expect(product.said()).toContain(`${firstPort + 1}`)
    } finally {
      other.close()
    }
  })

  it('refuses a database it cannot reach, in words', async () => {
    const refused = start({ DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nowhere' })
    await expect(refused).rejects.toThrow('连不上 DATABASE_URL')
    await expect(refused).rejects.not.toThrow('    at ')
  })

  it('refuses to start twice on the same data', async () => {
    const product = await start()
    await expect(startProduct({ data, firstPort: firstPort + 4 })).rejects.toThrow('already running')
    expect((await fetch(product.stage)).status).toBe(200)
  })

  /** The demonstration's account may sign in, and is the same person after a restart. */
  async function demonstration(server: string): Promise<unknown> {
    const answer = await fetch(`${server}/api/sessions/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ login: 'manager', password: 'yinuo-demo' }),
    })
    expect(answer.status).toBe(200)
    const { token } = (await answer.json()) as { token: string }
    const me = await fetch(`${server}/api/me`, { headers: { authorization: `Bearer ${token}` } })
    return me.json()
  }
})

/** Everything a product consists of: the starter, its programs and the database. */
function processesOf({ pid, children, data }: { pid: number; children: number[]; data: string }): number[] {
  const [postmaster] = readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
  return [pid, ...children, Number(postmaster)]
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function untilAllHaveEnded(pids: number[]): Promise<void> {
  while (pids.some(isAlive)) await new Promise((next) => setTimeout(next, 50))
}
