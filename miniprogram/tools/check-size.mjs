import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const megabyte = 1024 * 1024
const limits = { main: 1.2 * megabyte, subPackage: 2 * megabyte }
const subPackages = ['staff']

const root = resolve(process.argv[2] ?? 'dist/weapp')
const sizes = new Map([['main', 0], ...subPackages.map((name) => [name, 0])])
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const path = join(entry.parentPath, entry.name)
  const owner = subPackages.find((name) => path.startsWith(join(root, name))) ?? 'main'
  sizes.set(owner, sizes.get(owner) + statSync(path).size)
}

let tooLarge = false
for (const [name, bytes] of sizes) {
  const limit = name === 'main' ? limits.main : limits.subPackage
  tooLarge ||= bytes > limit
  console.log(`${name}: ${(bytes / 1024).toFixed(0)} kB of ${(limit / 1024).toFixed(0)} kB${bytes > limit ? '  TOO LARGE' : ''}`)
}
if (tooLarge) process.exit(1)
