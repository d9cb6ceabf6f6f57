import type { PlaceKind, RepairFigures, ResidencyRole, Skill } from '@yinuo/contracts'
import type { Calendar } from '../../modules/cases/rules/index.ts'
import type { Site } from './sites.ts'

/** The company as the history of its repairs needs to know it. */
export interface DemoPlace {
  kind: PlaceKind
  id: string | null
  label: string
  buildingId: string | null
}

export interface DemoResident {
  id: string
  name: string
  phone: string
  accountId: string | null
  role: ResidencyRole
}

export interface DemoUnit extends DemoPlace {
  residents: DemoResident[]
}

export interface DemoStaff {
  id: string
  name: string
  skills: Skill[]
  onDuty: boolean
}

export interface DemoCommunity {
  id: string
  companyId: string
  site: Site
  adoptionId: string
  figures: RepairFigures
  calendar: Calendar
  units: DemoUnit[]
  buildings: DemoPlace[]
  areas: DemoPlace[]
  assets: DemoPlace[]
  engineers: DemoStaff[]
  frontDesk: DemoStaff[]
  supervisor: DemoStaff
}
