import { describe, expect, it } from '@jest/globals'
import { faultOf, periodInWords, withoutPersons } from './index.ts'

const known = { residents: ['王小明', '欧阳娜娜', '王小'], staff: ['张建国'] }
const clean = (text: string) => withoutPersons(text, known)

describe('words without persons', () => {
  it.each([
    ['请打13812345678联系', /\d{4}/],
    ['电话 138 1234 5678 或 138-1234-5678', /\d{4}/],
    ['座机010-62345678', /\d{4}/],
    ['我住3号楼2单元601室', /601|2单元/],
    ['3-2-601漏水', /601/],
    ['3-601漏水', /601/],
    ['12栋1203室太吵', /1203/],
    ['隔壁1203室', /1203/],
    ['5号楼1单元 802', /802/],
    ['车牌沪A12345乱停', /12345/],
    ['邮箱 lin.mei@example.com', /@/],
    ['身份证310101199001011234', /\d{6}/],
    ['微信号：linmei_88', /linmei/],
    ['王小明在楼道抽烟', /王小明|王小/],
    ['欧阳娜娜家的狗', /欧阳/],
    ['感谢张建国师傅', /张建国/],
    ['隔壁陈阿姨', /陈阿姨/],
    ['老李家装修', /老李/],
  ])('says nothing of who in “%s”', (text, telling) => {
    expect(clean(text)).not.toMatch(telling)
  })

  it.each([
    '希望 3 号楼大堂多放两把椅子',
    '小区东门 22:00 关门太早，请改到 23:00',
    '2026年11月的电梯年检什么时候做',
    '建议增加 20 个充电桩，每度电 0.8 元',
    '每小时来一次，一共 120 户投票，90% 同意',
    '老人活动室的灯不亮',
  ])('leaves “%s” as it is', (text) => {
    expect(clean(text)).toBe(text)
  })
})

describe('a period in words', () => {
  it('has its days in order, and not more than a year of them', () => {
    expect(faultOf({ firstDay: '2026-10-02', lastDay: '2026-10-01' })).toContain('不能早于')
    expect(faultOf({ firstDay: '2025-01-01', lastDay: '2026-10-01' })).toContain('一年')
    expect(faultOf({ firstDay: '2026-01-01', lastDay: '2026-12-31' })).toBeNull()
  })

  it.each([
    ['2026-10-01', '2026-10-31', '2026年10月'],
    ['2026-07-01', '2026-09-30', '2026年第三季度'],
    ['2026-10-05', '2026-10-20', '2026年10月5日至10月20日'],
    ['2025-12-20', '2026-01-10', '2025年12月20日至2026年1月10日'],
    ['2026-02-01', '2026-04-30', '2026年2月1日至4月30日'],
  ])('from %s to %s is %s', (firstDay, lastDay, words) => {
    expect(periodInWords({ firstDay, lastDay })).toBe(words)
  })
})
