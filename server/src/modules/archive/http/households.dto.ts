import { ApiProperty } from '@nestjs/swagger'
import {
  applicationStates,
  caseKinds,
  householdEventKinds,
  invitationStates,
  repairStates,
  residencyRoles,
  residencyStandings,
  spaceTenures,
  unitStates,
  unitUses,
  vehicleKinds,
  type ApplicationState,
  type CaseKind,
  type HouseholdEventKind,
  type InvitationState,
  type RepairState,
  type ResidencyRole,
  type ResidencyStanding,
  type SpaceTenure,
  type UnitState,
  type UnitUse,
  type VehicleKind,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { code, day, id, instant, listOf, number, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const residencyRole = code(residencyRoles, 'ResidencyRole')

export class HouseholdPerson {
  @ApiProperty(id) residencyId!: string
  @ApiProperty(id) residentId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) phoneMasked!: string
  @ApiProperty(residencyRole) role!: ResidencyRole
  @ApiProperty(orNull(number)) sharePercent!: number | null
  @ApiProperty(day) validFrom!: string
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(orNull(text)) endedBecause!: string | null
  @ApiProperty(code(residencyStandings, 'ResidencyStanding')) standing!: ResidencyStanding
  /** whether the mini-program is used with this record */
  @ApiProperty(truth) isJoined!: boolean
  @ApiProperty(whole) version!: number
  @ApiProperty(whole) residentVersion!: number
}

export class HouseholdVehicle {
  @ApiProperty(id) id!: string
  @ApiProperty(code(vehicleKinds, 'VehicleKind')) kind!: VehicleKind
  @ApiProperty(text) plate!: string
  @ApiProperty(text) description!: string
  @ApiProperty(orNull(text)) holderName!: string | null
  @ApiProperty(orNull(text)) spaceLabel!: string | null
  @ApiProperty(day) validFrom!: string
  @ApiProperty(orNull(day)) validUntil!: string | null
}

export class HouseholdSpace {
  @ApiProperty(id) id!: string
  @ApiProperty(text) number!: string
  @ApiProperty(text) zone!: string
  @ApiProperty(code(spaceTenures, 'SpaceTenure')) tenure!: SpaceTenure
  @ApiProperty(orNull(day)) validFrom!: string | null
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(text) note!: string
}

export class HouseholdEvent {
  @ApiProperty(id) id!: string
  @ApiProperty(code(householdEventKinds, 'HouseholdEventKind')) kind!: HouseholdEventKind
  @ApiProperty(text) title!: string
  @ApiProperty(text) detail!: string
  /** whose move it was */
  @ApiProperty(orNull(text)) residentName!: string | null
  @ApiProperty(day) begunOn!: string
  @ApiProperty(orNull(day)) endedOn!: string | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(text) recordedByName!: string
  @ApiProperty(instant) recordedAt!: string
  @ApiProperty(whole) version!: number
}

export class HouseholdNote {
  @ApiProperty(id) id!: string
  @ApiProperty(text) text!: string
  @ApiProperty(truth) pinned!: boolean
  @ApiProperty(text) writtenByName!: string
  @ApiProperty(instant) writtenAt!: string
}

export class HouseholdCase {
  @ApiProperty(id) id!: string
  @ApiProperty(text) number!: string
  @ApiProperty(code(caseKinds, 'CaseKind')) kind!: CaseKind
  @ApiProperty(text) category!: string
  @ApiProperty(code(repairStates, 'RepairState')) state!: RepairState
  @ApiProperty(truth) isOpen!: boolean
  @ApiProperty(instant) reportedAt!: string
  @ApiProperty(orNull(instant)) closedAt!: string | null
}

export class HouseholdApplication {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) phoneMasked!: string
  @ApiProperty(residencyRole) role!: ResidencyRole
  @ApiProperty(code(applicationStates, 'ApplicationState')) state!: ApplicationState
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(orNull(instant)) decidedAt!: string | null
}

export class HouseholdInvitation {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  /** the only number that may take it, if one was named */
  @ApiProperty(orNull(text)) phoneMasked!: string | null
  @ApiProperty(residencyRole) role!: ResidencyRole
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(text) inviterName!: string
  @ApiProperty(truth) isFromOffice!: boolean
  @ApiProperty(code(invitationStates, 'InvitationState')) state!: InvitationState
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(instant) expiresAt!: string
  @ApiProperty(orNull(instant)) acceptedAt!: string | null
}

export class HouseholdCounts {
  @ApiProperty(whole) here!: number
  @ApiProperty(whole) vehicles!: number
  @ApiProperty(whole) spaces!: number
  @ApiProperty(whole) openCases!: number
  @ApiProperty(whole) closedCases!: number
}

/** A unit with everything that touches it. */
export class Household {
  @ApiProperty(id) id!: string
  @ApiProperty(text) label!: string
  @ApiProperty(id) buildingId!: string
  @ApiProperty(text) buildingName!: string
  @ApiProperty(orNull(text)) entrance!: string | null
  @ApiProperty(whole) floor!: number
  @ApiProperty(text) number!: string
  @ApiProperty(code(unitUses, 'UnitUse')) use!: UnitUse
  @ApiProperty(code(unitStates, 'UnitState')) state!: UnitState
  @ApiProperty(number) areaSquareMetres!: number
  @ApiProperty(orNull(day)) deliveredOn!: string | null
  @ApiProperty(whole) version!: number
  @ApiProperty(listOf(HouseholdPerson)) people!: HouseholdPerson[]
  @ApiProperty(listOf(HouseholdVehicle)) vehicles!: HouseholdVehicle[]
  @ApiProperty(listOf(HouseholdSpace)) spaces!: HouseholdSpace[]
  @ApiProperty(listOf(HouseholdEvent)) events!: HouseholdEvent[]
  @ApiProperty(listOf(HouseholdNote)) notes!: HouseholdNote[]
  @ApiProperty(listOf(HouseholdCase)) openCases!: HouseholdCase[]
  /** the last ones; `counts` says how many there are */
  @ApiProperty(listOf(HouseholdCase)) closedCases!: HouseholdCase[]
  @ApiProperty(listOf(HouseholdApplication)) applications!: HouseholdApplication[]
  @ApiProperty(listOf(HouseholdInvitation)) invitations!: HouseholdInvitation[]
  @ApiProperty(one(HouseholdCounts)) counts!: HouseholdCounts
}
