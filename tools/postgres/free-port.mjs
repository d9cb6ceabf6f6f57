import { createServer } from 'node:net'

/**
 * Nobody listens there, neither on loopback nor on all addresses (some systems let both be bound, and then one of them is never asked).
 * @param {number} port
 */
export async function isFree(port) {
  return (await mayListen(port, '127.0.0.1')) && (await mayListen(port, '::'))
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function mayListen(port, host) {
  return new Promise((told) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ { code }) => told(code !== 'EADDRINUSE' && code !== 'EACCES'))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => told(true)))
  })
}

/**
 * The wanted port, or the next one nobody listens on.
 * @param {number} wanted @param {number[]} [taken] by ourselves, though not listened on yet
 * @returns {Promise<number>}
 */
export async function freePort(wanted, taken = []) {
  for (let port = wanted; port < Math.min(wanted + 200, 65536); port++) {
    if (!taken.includes(port) && (await isFree(port))) return port
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 199}.`)
}
