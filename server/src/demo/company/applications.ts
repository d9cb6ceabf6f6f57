import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import { day } from './households.ts'
import type { DemoUnit } from './model.ts'
import { personName, type PhoneNumbers } from './names.ts'
import { account } from './people.ts'
import { phones } from './phones.ts'

const HOUR_MS = 3_600_000

/** Three newcomers wait for the office: two it has on file, one it does not know. */
export function applyForHomes(
  rows: Rows,
  random: Random,
  numbers: PhoneNumbers,
  community: { id: string; units: readonly DemoUnit[] },
  now: Date,
): void {
  const isOnFile = (unit: DemoUnit) =>
    unit.residents.length === 1 && unit.residents[0]!.accountId === null && unit.residents[0]!.name !== phones.chen.name
  const onFile = community.units.filter(isOnFile).slice(40, 42)
  const empty = community.units.find(({ residents }) => residents.length === 0)!
  onFile.forEach((unit, index) => {
    const { name, phone, role } = unit.residents[0]!
    apply(
      rows,
      random,
      community.id,
      { unit, name, phone, role, validUntil: null, note: null },
      new Date(now.getTime() - (3 + index * 5) * HOUR_MS),
    )
  })
  const stranger = {
    unit: empty,
    name: personName(random),
    phone: numbers.next(),
    role: 'tenant' as const,
    validUntil: day(now, 360),
    note: '刚租下，合同照片稍后补上',
  }
  apply(rows, random, community.id, stranger, new Date(now.getTime() - HOUR_MS))
}

interface Applicant {
  unit: DemoUnit
  name: string
  phone: string
  role: 'owner' | 'family' | 'tenant'
  validUntil: string | null
  note: string | null
}

function apply(
  rows: Rows,
  random: Random,
  communityId: string,
  { unit, name, phone, role, validUntil, note }: Applicant,
  at: Date,
): void {
  const accountId = random.id(at)
  rows.add('accounts', account(accountId, `oYNdemo_${accountId}`, name, phone, at))
  rows.add('residence_applications', {
    community_id: communityId,
    id: random.id(at),
    account_id: accountId,
    unit_id: unit.id,
    role,
    name,
    phone,
    valid_until: validUntil,
    note,
    file_ids: [],
    state: 'pending',
    created_at: at,
  })
}
