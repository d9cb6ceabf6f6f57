/** What the stream tells: something happened to a repair, or to a complaint. */
export type LiveEvent = RepairHappening | { complaintId: string }

export interface RepairHappening {
  repairId: string
  number: string
  state: string
  kind: string
  text: string
  at: string
}

/**
 * Takes server-sent events apart as they arrive in pieces. The browser's EventSource cannot carry the Authorization header,
 * and a token in the address would end up in logs.
 */
export function eventParser(onEvent: (event: LiveEvent) => void): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const text = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trimStart())
        .join('\n')
      if (text) onEvent(JSON.parse(text) as LiveEvent)
    }
  }
}

const SECOND = 1_000

/** Waits longer after each failure, never the same for all: a restarted server is not stormed. */
export function retryDelay(failures: number, chance: number): number {
  const ceiling = Math.min(30 * SECOND, SECOND * 2 ** failures)
  return ceiling / 2 + (ceiling / 2) * chance
}
