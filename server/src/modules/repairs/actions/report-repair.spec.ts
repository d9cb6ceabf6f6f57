import { describe, expect, it } from '@jest/globals'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { figuresInForce } from '../../standards/index.ts'
import { reportRepair } from './report-repair.ts'

const community = '0190b0b0-0002-7000-8000-000000000001'
const unit = '0190b0b0-0004-7000-8000-000000000001'

const act = {
  actor: { kind: 'resident', id: '0190b0b0-0005-7000-8000-000000000001', name: '林晓梅' },
  reach: { communities: [community], companies: [] },
  now: new Date('2026-11-21T02:00:00Z'),
  traceId: 'a trace',
  address: null,
  idempotency: { key: 'a-key-of-its-own', requestHash: Buffer.alloc(32) },
  caller: {
    account: { id: '0190b0b0-0005-7000-8000-000000000001' },
    homes: [{ communityId: community, unitId: unit, residentId: 'r', residentName: '林晓梅' }],
    staff: null,
  },
} as unknown as CallerAct

const report = {
  place: { kind: 'unit' as const, id: unit },
  category: 'water-leak' as const,
  urgency: 'routine' as const,
  description: '水管漏水',
  fileIds: [],
}

const facts = {
  companyId: '0190b0b0-0001-7000-8000-000000000001',
  adoptionId: '0190b0b0-0009-7000-8000-000000000001',
  figures: figuresInForce('B', {}).repairs,
  calendar: {
    timeZone: 'Asia/Shanghai',
    slots: [{ weekday: 6, from: '08:00', until: '20:00' }],
    observesPublicHolidays: false,
    days: {},
  },
  place: { kind: 'unit', id: unit, label: '1号楼101', buildingId: null },
  fileCount: 0,
  resident: null,
  ownPhone: null,
}

/** A database in which so many numbers that are drawn are already given. */
function databaseWith(numbersTaken: number) {
  const drawn: string[] = []
  const database = {
    read: () => Promise.resolve([facts]),
    writeAtOnce: (_: unknown, __: unknown, values: unknown[]) => {
      drawn.push((JSON.parse(values[2] as string) as { number: string }).number)
      const taken = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'cases_community_id_number_key' })
      return drawn.length <= numbersTaken ? Promise.reject(taken) : Promise.resolve([{ id: 'written' }])
    },
  }
  return { database: database as unknown as Database, drawn }
}

describe('the number of a report', () => {
  it('[REP-01] is drawn again when the day has already given it', async () => {
    const { database, drawn } = databaseWith(2)
    const receipt = await reportRepair(database, act, community, report)
    expect(new Set(drawn).size).toBe(3)
    expect(receipt.number).toBe(drawn[2])
  })

  it('[REP-01] is not drawn for ever', async () => {
    const { database, drawn } = databaseWith(100)
    await expect(reportRepair(database, act, community, report)).rejects.toMatchObject({ code: '23505' })
    expect(drawn).toHaveLength(5)
  })
})
