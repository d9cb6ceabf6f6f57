import { randomUUID } from 'node:crypto'
import { BUILDINGS, COMMUNITY, nameOf, residentToken, staffToken, unitOf } from './city.ts'
import type { Shot } from './load.ts'

const RESIDENTS = 2000
const STAFF = 400
const path = `/api/communities/${COMMUNITY}/repairs`

/** Every resident from a phone and an address of their own, so that nobody asks too often. */
export function reportShots(): () => Shot {
  let count = 0
  return () => {
    const resident = 1 + (count++ % RESIDENTS)
    return {
      method: 'POST',
      path,
      headers: {
        ...caller(residentToken(resident), resident),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        place: { kind: 'unit', id: unitOf(resident) },
        category: 'water-leak',
        urgency: 'routine',
        description: `厨房水槽下方漏水，已经用盆接着，请尽快安排师傅上门。第 ${count} 次`,
        fileIds: [],
      }),
    }
  }
}

/** The first page of the queue, as the board asks for it. */
export function listShots(): () => Shot {
  let count = 0
  return () => {
    const staff = 1 + (count++ % STAFF)
    return { method: 'GET', path: `${path}?limit=20`, headers: caller(staffToken(staff), staff) }
  }
}

/** Households by room, name and telephone number, as the front desk types them. */
export function searchTexts(units: number): string[] {
  return Array.from({ length: 400 }, (_, count) => {
    const resident = 1 + ((count * 7919) % units)
    const building = 1 + (resident % BUILDINGS)
    return [`${building}-1-${resident}`, nameOf(resident), `138${String(resident).padStart(8, '0')}`][count % 3]!
  })
}

export function searchShots(texts: string[]): () => Shot {
  let count = 0
  return () => {
    const staff = 1 + (count % STAFF)
    const query = encodeURIComponent(texts[count++ % texts.length]!)
    const path = `/api/communities/${COMMUNITY}/units?query=${query}&limit=20`
    return { method: 'GET', path, headers: caller(staffToken(staff), staff) }
  }
}

function caller(token: string, number: number): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'x-forwarded-for': `203.0.${number >> 8}.${number & 255}` }
}
