import type { AddPerson, HouseholdPerson } from '@yinuo/contracts'

/** A person as typed: fields left empty are missing or null. */
export interface TypedPerson {
  name: string
  phone?: string
  role: AddPerson['role']
  sharePercent?: number | null
  validFrom: string
  validUntil?: string | null
}

export function typedOf({ name, role, sharePercent, validFrom, validUntil }: HouseholdPerson): TypedPerson {
  return { name, role, sharePercent, validFrom, validUntil }
}

type PersonBody = Omit<AddPerson, 'phone'> & { phone?: string }

/** What is sent: a share only of an owner, and nothing that is empty. An empty phone of a known person stays as it is. */
export function personBody({ name, phone, role, sharePercent, validFrom, validUntil }: TypedPerson): PersonBody {
  const number = phone?.trim()
  return {
    name: name.trim(),
    role,
    validFrom,
    ...(number ? { phone: number } : {}),
    ...(role === 'owner' && sharePercent ? { sharePercent } : {}),
    ...(validUntil ? { validUntil } : {}),
  }
}

/** What the owners of today and tomorrow leave over of the whole, in percent. */
export function sharesLeft(people: readonly HouseholdPerson[], except: HouseholdPerson | null): number {
  const others = people.filter(
    ({ residencyId, role, standing }) => residencyId !== except?.residencyId && role === 'owner' && standing !== 'gone',
  )
  const hundredths = others.reduce((sum, { sharePercent }) => sum + Math.round((sharePercent ?? 0) * 100), 0)
  return Math.max(0, 10_000 - hundredths) / 100
}
