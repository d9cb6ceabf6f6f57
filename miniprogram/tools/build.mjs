import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isSmallEnough } from './package-sizes.mjs'

const platform = process.argv[2]
if (platform !== 'h5' && platform !== 'weapp') throw new Error('Build what? node tools/build.mjs h5|weapp')

const workspace = join(import.meta.dirname, '..')
const taro = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')
const built = join('dist', platform)
// Taro empties its folder first. Built beside it and moved at the end, the last good build serves until the next one is there.
const beside = join('dist', `.${platform}-${process.pid}`)

for (const name of leftovers()) rmSync(join(workspace, 'dist', name), { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [taro, 'build', '--type', platform], {
  cwd: workspace,
  stdio: 'inherit',
  env: { ...process.env, BUILD_INTO: beside },
})
const good = status === 0 && (platform !== 'weapp' || isSmallEnough(join(workspace, beside)))
if (good) {
  const old = `${beside}-old`
  try {
    renameSync(join(workspace, built), join(workspace, old))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  renameSync(join(workspace, beside), join(workspace, built))
  rmSync(join(workspace, old), { recursive: true, force: true })
} else {
  rmSync(join(workspace, beside), { recursive: true, force: true })
  process.exitCode = 1
}

/** What a killed build left lying. */
function leftovers() {
  const folder = join(workspace, 'dist')
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => {
    const pid = /^\.\w+-(\d+)/.exec(name)?.[1]
    return pid !== undefined && !isRunning(Number(pid))
  })
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
