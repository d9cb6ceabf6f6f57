import { WechatError } from '../wechat-error.ts'

const hanOnly = /^\p{Script=Han}+$/u
const hasHan = /\p{Script=Han}/u
const time = String.raw`\d{1,2}:\d{2}(:\d{2})?`
const day = String.raw`(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}月\d{1,2}日)`
const moment = `(${day}\\s?)?${time}`
const dayMoment = `${day}(\\s?${time})?`

/** What each type of template field accepts. A rule that is not met makes WeChat refuse the whole message with 47003. */
const accepts: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => length(value) <= 20,
  character_string: (value) => length(value) <= 32 && /^[\x20-\x7e]+$/.test(value),
  number: (value) => length(value) <= 32 && /^[+-]?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5 && /^[\p{P}\p{S}]+$/u.test(value),
  time: (value) => new RegExp(`^${moment}(~${moment})?$`).test(value) && timesExist(value),
  date: (value) => new RegExp(`^${dayMoment}(~${dayMoment})?$`).test(value) && timesExist(value),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => length(value) <= 17 && /^[\d+\-()* ]+$/.test(value),
  car_number: (value) => length(value) <= 8 && /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9·-]*[\p{Script=Han}A-Za-z0-9]?$/u.test(value),
  name: (value) =>
    hasHan.test(value)
      ? length(value) <= 10 && /^[\p{Script=Han}·\p{P}\p{S}A-Za-z]+$/u.test(value)
      : /^[A-Za-z\p{P}\p{S} ]{1,20}$/u.test(value),
  phrase: (value) => length(value) <= 5 && hanOnly.test(value),
}

export function typeOfField(key: string): string {
  return key.replace(/\d+$/, '')
}

export function checkValue(key: string, value: unknown): void {
  // "emtpy" is how WeChat spells it.
  if (typeof value !== 'string' || value.trim() === '')
    throw new WechatError(47003, `argument invalid! data.${key}.value is emtpy`)
  const accepted = accepts[typeOfField(key)]
  if (!accepted || !accepted(value)) throw new WechatError(47003, `argument invalid! data.${key}.value invalid`)
}

function length(value: string): number {
  return [...value].length
}

function timesExist(value: string): boolean {
  for (const [, hour, minute] of value.matchAll(/(\d{1,2}):(\d{2})/g)) {
    if (Number(hour) > 24 || Number(minute) > 59) return false
  }
  return true
}
