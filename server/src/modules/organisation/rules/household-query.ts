/** What a search for a household can be compared with; null where the words cannot mean it. */
export interface HouseholdQuery {
  room: string
  phone: string | null
  name: string | null
}

const FEWEST_PHONE_DIGITS = 3

/** Reads what was typed: digits may be a room or the beginning of a telephone number, words without digits may be a name. */
export function readHouseholdQuery(typed: string): HouseholdQuery {
  const room = typed.normalize('NFKC').trim()
  const dialled = room.replace(/[\s-]/g, '').replace(/^(\+|00)86(?=\d)/, '')
  const isNumber = /^\d+$/.test(dialled)
  return {
    room,
    phone: isNumber && dialled.length >= FEWEST_PHONE_DIGITS ? dialled : null,
    name: /\d/.test(room) ? null : room.replace(/\s/g, ''),
  }
}
