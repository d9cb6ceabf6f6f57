/** Names that stand in a text, as the archive knows them. */
export interface Known {
  residents: readonly string[]
  staff: readonly string[]
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const TITLES = '先生|女士|小姐|太太|阿姨|大爷|大妈|大叔|叔叔|伯伯|奶奶|爷爷|老师|师傅|经理|主任|主管|总'

/** In this order: what is longer goes before what is part of it. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '（邮箱已隐去）'],
  [/(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g, '（证件号已隐去）'],
  [/(?<!\d)(\+?86[- ]?)?1[3-9]\d([- ]?\d{4}){2}(?!\d)/g, '（电话已隐去）'],
  [/(?<!\d)(\(?0\d{2,3}\)?[- ]?)?[2-8]\d{6,7}(?!\d)/g, '（电话已隐去）'],
  [/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·\s]?[A-HJ-NP-Z0-9]{5,6}/g, '（车牌已隐去）'],
  [/(微信|QQ|qq|VX|vx)号?[:：]?\s*[A-Za-z0-9_-]{5,20}/g, '（账号已隐去）'],
  [
    /\d{1,3}\s*(号楼|栋|幢|座|#)?\s*[-—\s]?\s*\d{0,2}\s*(单元|门)?\s*[-—\s]?\s*(\d{3,4}|[一二三四五六七八九十]{1,3}楼?[0-9]{2})\s*(室|房|户|号(?!楼))/g,
    '某户',
  ],
  [/(?<![\d-])\d{1,3}\s*[-—]\s*\d{1,2}\s*[-—]\s*\d{3,4}(?![\d-])/g, '某户'],
  [/(?<![\d-])\d{1,2}\s*[-—]\s*\d{3,4}(?![\d-])/g, '某户'],
  [/\d{1,3}\s*(号楼|栋|幢|座)\s*\d{1,2}\s*(单元|门)\s*\d{3,4}/g, '某户'],
  [/\d{1,3}\s*(号楼|栋|幢|座)\s*\d{3,4}(?!\d)/g, '某户'],
  [/(?<!\d)\d{3,4}\s*(室|房间)/g, '某户'],
  [new RegExp(`[${SURNAMES}](${TITLES})`, 'g'), '某$1'],
  [/[老小][王李张刘陈杨赵周吴徐孙朱郭梁宋郑谢韩唐冯董袁邓许曹]/g, '某人'],
]

/** What somebody wrote, with everything taken out that leads to a person or a home. */
export function withoutPersons(text: string, { residents, staff }: Known): string {
  const named = [...names(residents, '某住户'), ...names(staff, '工作人员')].sort(([one], [other]) => other.length - one.length)
  const unnamed = named.reduce((left, [name, instead]) => left.replaceAll(name, instead), text)
  return PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), unnamed)
}

const names = (known: readonly string[], instead: string) =>
  known.filter((name) => [...name].length > 1).map((name) => [name, instead] as const)
