import { meterUnits, shareKeys, type ShareKey } from '@yinuo/contracts'
import { countedByTier, fenOfParts, type MadeOf } from './made-of.ts'
import type { Part } from './parts.ts'

/** One line of how a bill is reckoned, as people read it. */
export interface Sentence {
  text: string
  /** null: the line says something, and asks for nothing by itself */
  amountFen: number | null
}

const decimals = (value: number, per: number, least: number) => {
  const places = String(per).length - 1
  const text = (value / per).toFixed(places)
  const short = text.replace(/0+$/, '')
  const [whole, rest = ''] = short.split('.')
  return least === 0 && rest === '' ? whole! : `${whole}.${rest.padEnd(least, '0')}`
}
const yuan = (fen: number) => decimals(fen, 100, 2)
const rated = (rate: number) => decimals(rate, 10_000, 2)
const counted = (thousandths: number) => decimals(thousandths, 1000, 0)
const day = (iso: string) => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`

const quantities = {
  area: (quantity: number) => ({ text: `${decimals(quantity, 10_000, 2)} ㎡ × `, per: '㎡·月' }),
  unit: () => ({ text: '', per: '户·月' }),
  space: () => ({ text: '', per: '车位·月' }),
}

const lengthOf = ({ months, days, of }: Part) => (months ? `${months} 个月` : `${days}/${of} 个月`)

/** A bill in Chinese, line by line: 89.50 ㎡ × 2.85 元/㎡·月 × 1 个月. */
export function sentencesOf(madeOf: MadeOf, amountFen: number): Sentence[] {
  switch (madeOf.basis) {
    case 'lines':
      return madeOf.lines
    case 'shared':
      return [{ text: shareSentence(madeOf), amountFen }]
    case 'meter':
      return meterSentences(madeOf)
    default: {
      const { text, per } = quantities[madeOf.basis](madeOf.quantity)
      const fen = fenOfParts(madeOf)
      return madeOf.parts.map((part, index) => ({
        text:
          (madeOf.parts.length > 1 || part.days ? `${day(part.from)}至${day(part.to)}：` : '') +
          `${text}${rated(part.rate)} 元/${per} × ${lengthOf(part)}` +
          (part.percent < 100 ? ` × ${part.percent}%` : ''),
        amountFen: fen[index]!,
      }))
    }
  }
}

const shareUnits: Record<ShareKey, (weight: number) => string> = {
  area: (weight) => `${decimals(weight, 10_000, 2)} ㎡`,
  heads: (weight) => `${weight} 人`,
  unit: (weight) => `${weight} 户`,
}

function shareSentence({ text, key, costFen, weight, of }: Extract<MadeOf, { basis: 'shared' }>): string {
  const shown = shareUnits[key]
  return `${text} ${yuan(costFen)} 元，${shareKeys[key]}分摊：本户 ${shown(weight)} ÷ 合计 ${shown(of)}`
}

function meterSentences(madeOf: Extract<MadeOf, { basis: 'meter' }>): Sentence[] {
  const unit = meterUnits[madeOf.kind]
  const fen = fenOfParts(madeOf)
  const tiers = countedByTier(madeOf.used, madeOf.rate, madeOf.tiers)
  return [
    ...madeOf.meters.map(({ number, before, value, used, on, how }) => ({
      text: `表 ${number}：${day(on)}${how === 'estimated' ? '估抄' : '抄见'} ${counted(value)}，上次 ${counted(before)}，用量 ${counted(used)} ${unit}`,
      amountFen: null,
    })),
    ...tiers.map(({ used, rate }, index) => ({
      text: `${tiers.length > 1 ? `第 ${index + 1} 档 ` : ''}${counted(used)} ${unit} × ${rated(rate)} 元/${unit}`,
      amountFen: fen[index]!,
    })),
  ]
}
