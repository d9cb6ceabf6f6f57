const started = Number(process.env.YINUO_STARTED_AT ?? Date.now())
const terminal = process.stdout.isTTY === true

process.env.YINUO_STARTED_AT = String(started)

/** One step of the way, in both languages. */
export function say(/** @type {string} */ chinese, /** @type {string} */ english) {
  clearProgress()
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6)
  console.log(`${seconds}s  ${chinese}  ${english}`)
}

/** A line that is overwritten while something takes long; on a file or pipe, only the milestones. */
export function progress(/** @type {string} */ text) {
  if (terminal) process.stdout.write(`\r\u001b[2K         ${text}`)
}

export function clearProgress() {
  if (terminal) process.stdout.write('\r\u001b[2K')
}

/** Something a newcomer can understand and put right: told in words, never as a stack trace. */
export class Obstacle extends Error {
  /** @param {string} chinese @param {string} english */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`)
    this.name = 'Obstacle'
  }
}
