import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { onPinnedNode, tell } from '../bootstrap/pinned-node.mjs'
import { Obstacle } from '../bootstrap/say.mjs'
import { inRoot, root } from '../bootstrap/workspace.mjs'

const options = /** @type {const} */ ({
  data: { type: 'string', default: '.data' },
  'server-port': { type: 'string', default: '3100' },
  'stage-port': { type: 'string', default: '3200' },
  'console-port': { type: 'string', default: '3300' },
  'mail-port': { type: 'string', default: '3225' },
  'mailbox-port': { type: 'string', default: '3226' },
  'database-port': { type: 'string', default: '3432' },
})

/** @param {string[]} args */
export async function begin(args) {
  try {
    const choices = readChoices(args)
    const logs = join(choices.data, 'logs')
    mkdirSync(logs, { recursive: true })
    const work = async () => (await import('./run.mjs')).run(choices)
    await onPinnedNode({ script: inRoot('tools/start.mjs'), args, logs, work })
  } catch (error) {
    tell(/** @type {Error} */ (error), inRoot('.data', 'logs'))
    process.exit(1)
  }
}

/** @param {string[]} args */
function readChoices(args) {
  const values = parse(args)
  return {
    data: resolve(root, values.data),
    ports: {
      server: port(values['server-port']),
      stage: port(values['stage-port']),
      console: port(values['console-port']),
      mail: port(values['mail-port']),
      mailbox: port(values['mailbox-port']),
      database: port(values['database-port']),
    },
  }
}

/** @typedef {ReturnType<typeof readChoices>} Choices */

function parse(/** @type {string[]} */ args) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Obstacle(
      '看不懂的选项；npm start -- --help 有说明。',
      `${/** @type {Error} */ (error).message} See: npm start -- --help`,
    )
  }
}

function port(/** @type {string} */ text) {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number < 65536) return number
  throw new Obstacle(`“${text}”不是端口号（1-65535）。`, `"${text}" is not a port number (1-65535).`)
}
