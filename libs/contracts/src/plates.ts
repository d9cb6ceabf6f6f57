import type { VehicleKind } from './organisation.ts'

/** A plate as it is kept and compared: capitals, no spaces, dots or hyphens. 沪a·12345 becomes 沪A12345. */
export function plainPlate(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.·•・‧∙—_-]/g, '')
}

const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
/** I and O are on no plate, so that nobody takes them for 1 and 0; O stands only behind the province. */
const letter = '[A-HJ-NP-Z]'
const sign = '[A-HJ-NP-Z0-9]'
/** Which kind of new energy: D A B C E are electric, F G H J K are not only. */
const energy = '[A-HJK]'

/** GA 36-2018, and what the army, the armed police and the embassies drive. */
const motorPlate = new RegExp(
  [
    `^${province}[A-HJ-Z]${sign}{4}(${sign}|[挂学警港澳领试超])$`,
    `^${province}${letter}${energy}${sign}\\d{4}$`,
    `^${province}${letter}\\d{5}${energy}$`,
    '^使\\d{6}$',
    `^WJ${province}?\\d{4}[0-9A-HJ-NP-Z]$`,
    `^${letter}{2}\\d{5}$`,
  ].join('|'),
)
/** Each city gives electric bicycles plates of its own; all are some words and then letters and digits. */
const cityPlate = /^\p{Script=Han}{0,4}(?=[A-Z]{0,9}\d)[A-Z0-9]{4,10}$/u

/** Why this cannot be the (plain) plate of such a vehicle, and what to do; null when it can. */
export function faultOfPlate(kind: VehicleKind, plate: string): string | null {
  if (kind === 'car' || kind === 'motorcycle')
    return motorPlate.test(plate) ? null : '车牌不正确，请照车牌填写，如 沪A12345；新能源车为 8 位，如 沪AD12345。'
  return cityPlate.test(plate) || motorPlate.test(plate) ? null : '车牌不正确，请照车牌填写，如 沪C12345 或 上海1234567。'
}
