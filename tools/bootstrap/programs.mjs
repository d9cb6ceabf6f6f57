import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './workspace.mjs'

/**
 * The file behind a command of an installed package, to be run by this Node.
 * @param {string} packageName @param {string} [command] @param {string} [project] whose own version is preferred
 */
export function programOf(packageName, command = packageName, project = '.') {
  const homes = [inRoot(project, 'node_modules', packageName), inRoot('node_modules', packageName)]
  const home = homes.find((folder) => existsSync(join(folder, 'package.json')))
  if (!home) throw new Error(`The package ${packageName} is not installed.`)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return join(home, typeof bin === 'string' ? bin : bin[command])
}
