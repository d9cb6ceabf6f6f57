import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const here = join(import.meta.dirname, '../..')
const built = join(here, 'dist/weapp/app.js')

/** Builds for WeChat unless the last build is newer than every source. */
export function ensureBuilt(): void {
  const sources = ['src', 'config', '../libs/api-client/src', '../libs/contracts/src'].map((folder) => join(here, folder))
  if (existsSync(built) && Math.max(...sources.map(newest)) < statSync(built).mtimeMs) return
  execFileSync('npm', ['run', 'build:weapp'], { cwd: here, stdio: 'pipe' })
}

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}
