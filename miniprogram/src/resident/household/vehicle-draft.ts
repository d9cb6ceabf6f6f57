import { faultOfPlate, plainPlate, spaceTenures, vehicleKinds } from '@yinuo/contracts'
import type { HomeVehicle, HomeVehicles, OwnVehicle, VehicleKind } from '@yinuo/contracts'

export interface VehicleDraft {
  kind: VehicleKind
  plate: string
  description: string
}

/** Why it cannot be sent yet; null when it can. */
export function plateFault({ kind, plate }: VehicleDraft): string | null {
  return plate.trim() ? faultOfPlate(kind, plainPlate(plate)) : '请填写车牌'
}

export function vehicleOf({ kind, plate, description }: VehicleDraft, unitId: string): OwnVehicle {
  const said = description.trim()
  return { unitId, kind, plate: plainPlate(plate), ...(said ? { description: said } : {}) }
}

/** 沪A·12345: a dot after the letter, as plates have it, where there is a province. */
export function shownPlate(plate: string): string {
  return /^\p{Script=Han}[A-Z][A-Z0-9]{4}/u.test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate
}

export function noteOfVehicle({ kind, description, spaceLabel, validUntil }: HomeVehicle): string {
  const said = [vehicleKinds[kind], description, spaceLabel && `车位 ${spaceLabel}`, validUntil && `至 ${validUntil}`]
  return said.filter(Boolean).join(' · ')
}

export function noteOfSpace({ tenure, validUntil }: HomeVehicles['spaces'][number]): string {
  return [spaceTenures[tenure], validUntil && `至 ${validUntil}`].filter(Boolean).join(' · ')
}
