import { fenOf } from '../../words/money.ts'

/** A line of materials or of a charge as typed. */
export interface TypedLine {
  name: string
  quantity: string
  unit: string
  price: string
}

export const emptyLine: TypedLine = { name: '', quantity: '1', unit: '个', price: '' }

export interface Material {
  name: string
  quantity: number
  unit: string
  unitPriceFen: number
}

/** The lines filled in; null while one of them cannot be read. Empty lines do not count. */
export function materialsOf(lines: readonly TypedLine[]): Material[] | null {
  const materials: Material[] = []
  for (const { name, quantity, unit, price } of lines) {
    if (name.trim() === '' && price.trim() === '') continue
    const unitPriceFen = price.trim() === '' ? 0 : fenOf(price)
    const amount = Number(quantity)
    if (name.trim() === '' || unitPriceFen === null || !(amount > 0)) return null
    materials.push({ name: name.trim(), quantity: amount, unit: unit.trim() || '个', unitPriceFen })
  }
  return materials
}

export function chargeLinesOf(lines: readonly TypedLine[]): { label: string; amountFen: number }[] | null {
  const charges: { label: string; amountFen: number }[] = []
  for (const { name, price } of lines) {
    if (name.trim() === '' && price.trim() === '') continue
    const amountFen = fenOf(price)
    if (name.trim() === '' || amountFen === null) return null
    charges.push({ label: name.trim(), amountFen })
  }
  return charges
}
