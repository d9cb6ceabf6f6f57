import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const megabyte = 1024 * 1024
/** Ours for the main package, WeChat's own for the others. */
const limits = { main: 1.2 * megabyte, staff: 2 * megabyte }

/** Prints what each package weighs. @param {string} root @returns {boolean} whether all are light enough */
export function isSmallEnough(root) {
  const sizes = { main: 0, staff: 0 }
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    sizes[path.startsWith(join(root, 'staff')) ? 'staff' : 'main'] += statSync(path).size
  }
  const heavy = Object.keys(sizes).filter((name) => sizes[name] > limits[name])
  for (const name of Object.keys(sizes)) {
    const said = `${name}: ${(sizes[name] / 1024).toFixed(0)} kB of ${(limits[name] / 1024).toFixed(0)} kB`
    console.log(heavy.includes(name) ? `${said} - TOO LARGE` : said)
  }
  return heavy.length === 0
}
