import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export interface Program {
  url: string
  pid: number
  stop(): Promise<void>
}

const PATIENCE_MS = 60_000

/** Starts a program of node and waits until it answers. It ends when we do, even if we are killed: see `preload`. */
export async function startProgram(
  { path, args = [], preload }: { path: string; args?: string[]; preload: string },
  port: number,
  environment: Record<string, string>,
  ready: string,
): Promise<Program> {
  const child = fork(path, args, {
    execArgv: ['--import', preload],
    env: { PATH: process.env.PATH, ...environment, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Linux shares the processors out by session: the program gets a share of its own, as the database does.
    detached: true,
  })
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(child, `${url}${ready}`)
  return { url, pid: child.pid!, stop: () => stop(child) }
}

async function untilAnswers(child: ChildProcess, url: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((again) => setTimeout(again, 50))
  }
  throw new Error(`${url} does not answer`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(patience)
}
