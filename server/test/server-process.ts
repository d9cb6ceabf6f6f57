import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Config } from '../src/platform/config/index.ts'

const program = join(import.meta.dirname, '../dist/main.js')

/** A server of its own process, as it is built, which a test may kill. */
export async function startProcess(
  config: Config,
  running: Set<ChildProcess>,
  role = 'all',
): Promise<{ process: ChildProcess; url: string }> {
  if (!existsSync(program)) throw new Error('server/dist is missing: npm run build')
  const port = await freePort()
  const text = (value: unknown) =>
    typeof value === 'string' ? value : Array.isArray(value) ? value.join(',') : JSON.stringify(value)
  const given = Object.entries(config).filter(([, value]) => value !== undefined)
  const environment = Object.fromEntries(given.map(([name, value]) => [name, text(value)]))
  const child = spawn(process.execPath, [program], {
    env: { ...environment, PORT: String(port), ROLE: role, NODE_ENV: 'development' },
    stdio: 'ignore',
  })
  running.add(child)
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const isReady = await fetch(`${url}/health/ready`)
      .then((answer) => answer.ok)
      .catch(() => false)
    if (isReady) return { process: child, url }
    if (child.exitCode !== null) throw new Error(`the server stopped with ${child.exitCode}`)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
