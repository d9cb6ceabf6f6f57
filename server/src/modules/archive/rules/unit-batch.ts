import type { RoomNumbering } from '@yinuo/contracts'

export interface BatchPattern {
  floorFrom: number
  floorUntil: number
  roomFrom: number
  roomUntil: number
  numbering: RoomNumbering
}

export interface PlannedRoom {
  floor: number
  number: string
}

export const MOST_UNITS_AT_ONCE = 2000
const LETTERS = 26

/** Why no rooms follow from the pattern: the field and what to do. */
export function faultOfBatch(pattern: BatchPattern): { field: string; message: string } | null {
  const { floorFrom, floorUntil, roomFrom, roomUntil, numbering } = pattern
  if (floorUntil < floorFrom) return { field: 'floorUntil', message: '结束楼层不能低于起始楼层。' }
  if (roomUntil < roomFrom) return { field: 'roomUntil', message: '结束房间不能小于起始房间。' }
  if (numbering === 'floor-letter' && roomUntil > LETTERS)
    return { field: 'roomUntil', message: '用字母编号时，每层最多 26 间（A–Z）。' }
  const count = floorsOf(pattern).length * (roomUntil - roomFrom + 1)
  if (count === 0) return { field: 'floorFrom', message: '没有第 0 层，请填写真实的楼层。' }
  if (count > MOST_UNITS_AT_ONCE)
    return { field: 'floorUntil', message: `一次最多生成 ${MOST_UNITS_AT_ONCE} 套，现在是 ${count} 套，请分批生成。` }
  return null
}

/** The rooms of an entrance, floor by floor. Basements are B1, B2 … downwards; there is no floor 0. */
export function roomsOf(pattern: BatchPattern): PlannedRoom[] {
  const rooms = Array.from({ length: pattern.roomUntil - pattern.roomFrom + 1 }, (_, at) => pattern.roomFrom + at)
  return floorsOf(pattern).flatMap((floor) => rooms.map((room) => ({ floor, number: numberOf(pattern.numbering, floor, room) })))
}

function floorsOf({ floorFrom, floorUntil }: BatchPattern): number[] {
  const floors = Array.from({ length: floorUntil - floorFrom + 1 }, (_, at) => floorFrom + at)
  return floors.filter((floor) => floor !== 0)
}

function numberOf(numbering: RoomNumbering, floor: number, room: number): string {
  const level = floor < 0 ? `B${-floor}` : String(floor)
  if (numbering === 'floor-letter') return `${level}${String.fromCharCode(64 + room)}`
  return (numbering === 'long-floor-room' ? level.padStart(2, '0') : level) + String(room).padStart(2, '0')
}
