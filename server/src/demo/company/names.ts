import type { Random } from '../random.ts'

/** Surnames by how common they are, roughly. */
const surnames = [
  ...'王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '司马',
  '上官',
]
const men = [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞斌宇浩凯健俊帆波宁东林峰']
const women = [...'芳娜敏静秀丽艳霞燕玲桂丹萍红英梅琳云莹雪颖倩婷洁琴慧瑶欣']
const firsts = [...'建国志文晓雨子思海家永春秋少立玉美佳梓浩一宏正世天佩瑞']

/** A name of two or three characters, as people have it. */
export function personName(random: Random): string {
  const given = random.chance(0.5) ? men : women
  const last = random.pick(given)
  return random.pick(surnames) + (random.chance(0.72) ? random.pick(firsts) : '') + last
}

const prefixes = [
  '131',
  '133',
  '135',
  '136',
  '137',
  '139',
  '150',
  '151',
  '152',
  '158',
  '159',
  '176',
  '177',
  '180',
  '182',
  '186',
  '187',
  '188',
  '189',
  '199',
]

/** Numbers nobody has: the four digits in the middle stand for no exchange. */
export class PhoneNumbers {
  readonly #given = new Set<string>()
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  next(): string {
    for (;;) {
      const number = `${this.#random.pick(prefixes)}0000${String(this.#random.int(0, 9999)).padStart(4, '0')}`
      if (this.#given.has(number)) continue
      this.#given.add(number)
      return number
    }
  }
}
