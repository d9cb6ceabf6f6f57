import type { Household, HouseholdApplication, HouseholdEvent, HouseholdInvitation, HouseholdPerson } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { READ_HOUSEHOLD } from './household.sql.ts'

type Unmasked<T> = Omit<T, 'phoneMasked'> & { phone: string }

interface Row {
  id: string
  label: string
  building_id: string
  building_name: string
  entrance: string | null
  floor: number
  number: string
  use: Household['use']
  state: Household['state']
  area: number
  delivered_on: string | null
  version: number
  people: Unmasked<HouseholdPerson>[]
  vehicles: Household['vehicles']
  spaces: Household['spaces']
  events: (Omit<HouseholdEvent, 'files'> & { files: FileFacts[] })[]
  notes: Household['notes']
  open_cases: Household['openCases']
  closed_cases: Household['closedCases']
  applications: Unmasked<HouseholdApplication>[]
  invitations: (Omit<HouseholdInvitation, 'phoneMasked'> & { phone: string | null })[]
  closed_count: number
}

/** The page of a household (ORG-02). Telephone numbers are masked. */
export async function readHousehold(
  database: Database,
  links: FileLinks,
  act: Act,
  communityId: string,
  unitId: string,
): Promise<Household> {
  const [row] = await database.read<Row>(act.reach, READ_HOUSEHOLD, [communityId, unitId, todayIn(act), act.now])
  if (!row) throw new ProblemError('NOT_FOUND')
  return {
    id: row.id,
    label: row.label,
    buildingId: row.building_id,
    buildingName: row.building_name,
    entrance: row.entrance,
    floor: row.floor,
    number: row.number,
    use: row.use,
    state: row.state,
    areaSquareMetres: row.area,
    deliveredOn: row.delivered_on,
    version: row.version,
    people: row.people.map(masked),
    vehicles: row.vehicles,
    spaces: row.spaces,
    events: row.events.map((event) => ({
      ...event,
      files: event.files.map((file) => links.fileView(file, act)),
      recordedAt: instantOf(event.recordedAt),
    })),
    notes: row.notes.map((note) => ({ ...note, writtenAt: instantOf(note.writtenAt) })),
    openCases: row.open_cases.map(caseView),
    closedCases: row.closed_cases.map(caseView),
    applications: row.applications.map((each) => ({
      ...masked(each),
      createdAt: instantOf(each.createdAt),
      decidedAt: each.decidedAt && instantOf(each.decidedAt),
    })),
    invitations: row.invitations.map(invitationView),
    counts: {
      here: new Set(row.people.filter(({ standing }) => standing === 'here').map(({ residentId }) => residentId)).size,
      vehicles: row.vehicles.filter(({ validUntil }) => validUntil === null || validUntil >= todayIn(act)).length,
      spaces: row.spaces.length,
      openCases: row.open_cases.length,
      closedCases: row.closed_count,
    },
  }
}

function masked<Kept extends { phone: string }>({ phone, ...kept }: Kept): Omit<Kept, 'phone'> & { phoneMasked: string } {
  return { ...kept, phoneMasked: maskPhone(phone) }
}

function caseView(row: Household['openCases'][number]): Household['openCases'][number] {
  return { ...row, reportedAt: instantOf(row.reportedAt), closedAt: row.closedAt && instantOf(row.closedAt) }
}

function invitationView({ phone, ...row }: Row['invitations'][number]): HouseholdInvitation {
  return {
    ...row,
    phoneMasked: phone && maskPhone(phone),
    createdAt: instantOf(row.createdAt),
    expiresAt: instantOf(row.expiresAt),
    acceptedAt: row.acceptedAt && instantOf(row.acceptedAt),
  }
}

/** PostgreSQL writes an instant into JSON with its own offset. */
function instantOf(written: string): string {
  return new Date(written).toISOString()
}
