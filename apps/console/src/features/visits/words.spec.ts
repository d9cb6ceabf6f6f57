import { describe, expect, it } from '@jest/globals'
import { roundSentence, weekWords, wishWords } from './words.ts'

const round = {
  id: '',
  number: 1,
  startsOn: '2026-11-21',
  endsOn: '2027-11-20',
  way: 'door' as const,
  buildingNames: [],
  openedByName: null,
  running: true,
  total: 40,
  planned: 20,
  reached: 18,
  unreached: 1,
  declined: 1,
  missed: 0,
  late: 3,
  unassigned: 0,
  satisfaction: 4.25,
}

describe('a round in words', () => {
  it('says how far it has come, what is late and how content people are', () => {
    expect(roundSentence(round)).toBe('40 户里已回访 18 户（45%），还有 20 户待回访，其中 3 户已逾期，平均满意度 4.3 分')
    expect(roundSentence({ ...round, total: 0 })).toBe('这一轮还没有要回访的住户')
  })

  it('names a week by its Monday and a wish by what was asked', () => {
    expect(weekWords('2026-11-23')).toBe('11月23日那周')
    expect(wishWords({ wish: 'telephone', time: 'evening', note: null })).toBe('电话 · 晚上')
  })
})
