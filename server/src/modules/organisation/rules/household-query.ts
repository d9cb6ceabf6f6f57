import { plainPlate } from '@yinuo/contracts'

/** What a search for a household can be compared with; null where the words cannot mean it. */
export interface HouseholdQuery {
  room: string
  phone: string | null
  phoneEnd: string | null
  name: string | null
  plate: string | null
  space: string | null
}

const FEWEST_PHONE_DIGITS = 3
const PHONE_END_DIGITS = 4
const FEWEST_PLATE_SIGNS = 3

/**
 * Reads what was typed: digits may be a room, the beginning or the last four of a telephone number, or a part of a plate;
 * words without digits may be a name. A plate has digits, and so has the number of a parking space.
 */
export function readHouseholdQuery(typed: string): HouseholdQuery {
  const room = typed.normalize('NFKC').trim()
  const dialled = room.replace(/[\s-]/g, '').replace(/^(\+|00)86(?=\d)/, '')
  const isNumber = /^\d+$/.test(dialled)
  const hasDigit = /\d/.test(room)
  const plate = plainPlate(room)
  return {
    room,
    phone: isNumber && dialled.length >= FEWEST_PHONE_DIGITS ? dialled : null,
    phoneEnd: isNumber && dialled.length === PHONE_END_DIGITS ? dialled : null,
    name: hasDigit ? null : room.replace(/\s/g, ''),
    plate:
      hasDigit && plate.length >= FEWEST_PLATE_SIGNS && /^\p{Script=Han}{0,4}[A-Z0-9]+\p{Script=Han}?$/u.test(plate)
        ? plate
        : null,
    space: hasDigit ? room : null,
  }
}
