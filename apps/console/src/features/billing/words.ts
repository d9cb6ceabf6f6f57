import { chargeBases, chargeCycles, meterUnits, RATE_PER_YUAN } from '@yinuo/contracts'
import type { ChargeBasis, ChargeCycle, ChargeView, MeterKind } from '@yinuo/contracts'

const MILLE = 1000

/** 2.85 for 28 500, with as many decimals as it has. */
export function rateText(rate: number): string {
  const [whole, rest = ''] = String(rate / RATE_PER_YUAN).split('.')
  return `${whole}.${rest.padEnd(2, '0')}`
}

export const rateOf = (typedYuan: number) => Math.round(typedYuan * RATE_PER_YUAN)

/** What one of the basis is, after 元/. */
export function perText({ basis, meterKind }: { basis: ChargeBasis; meterKind: MeterKind | null }): string {
  if (basis === 'meter' && meterKind) return meterUnits[meterKind]
  return { area: '㎡·月', unit: '户·月', space: '车位·月', meter: '', shared: '' }[basis]
}

export const priceText = (charge: ChargeView, rate: number) => `${rateText(rate)} 元/${perText(charge)}`

/** What is in force on a day; null before the first price. */
export const priceOn = ({ prices }: ChargeView, day: string) => prices.findLast(({ validFrom }) => validFrom <= day) ?? null

export const howText = ({ basis, cycle }: { basis: ChargeBasis; cycle: ChargeCycle }) =>
  `${chargeBases[basis]} · ${chargeCycles[cycle]}`

/** Meters count thousandths: 125.5 for 125 500. */
export const countText = (thousandths: number) => String(thousandths / MILLE)
export const countOf = (typed: number) => Math.round(typed * MILLE)

/** 2026年3月, or 2026年1月至3月 for longer periods. */
export function periodText(from: string, to: string): string {
  const month = (day: string) => Number(day.slice(5, 7))
  if (from.slice(0, 7) === to.slice(0, 7)) {
    const isWhole = from.endsWith('-01') && to === lastOf(from)
    return isWhole ? `${from.slice(0, 4)}年${month(from)}月` : from === to ? from : `${from} 至 ${to.slice(5)}`
  }
  return `${from.slice(0, 4)}年${month(from)}月至${month(to)}月`
}

const lastOf = (day: string) => {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return `${day.slice(0, 8)}${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}

/** What was copied out of a spreadsheet: number of the meter and reading, one to a line. */
export function pastedReadings(text: string): { number: string; value: number }[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|,|，/).map((cell) => cell.trim()))
    .filter(([number, value]) => number && value && /^\d+(\.\d{1,3})?$/.test(value))
    .map(([number, value]) => ({ number: number!, value: Number(value) }))
}
