import type { ComplaintFiguresView } from '@yinuo/contracts'
import { describe, expect, it } from '@jest/globals'
import { figuresSentence, promisesSentence } from './figure-words.ts'

const figures: ComplaintFiguresView = {
  total: 5,
  open: 1,
  closed: 4,
  rated: 0,
  averageRating: null,
  bySort: [
    { sort: 'complaint', count: 3 },
    { sort: 'suggestion', count: 2 },
    { sort: 'praise', count: 0 },
  ],
  byCategory: [
    { category: 'noise', complaint: 3, suggestion: 0, praise: 0 },
    { category: 'greening', complaint: 0, suggestion: 2, praise: 0 },
  ],
  firstReply: { kept: 4, broken: 1, running: 0 },
  result: { kept: 2, broken: 0, running: 1 },
}

describe('the figures of complaints in words', () => {
  it('say how many, of what, and what most', () => {
    expect(figuresSentence(figures)).toBe('共 5 件（投诉 3、建议 2），最多的是噪音扰民（3 件），其次是绿化养护（2 件）')
    expect(figuresSentence({ ...figures, total: 0, byCategory: [] })).toBe('这段时间没有收到投诉和建议')
  })

  it('say how promises were kept', () => {
    const none = { kept: 0, broken: 0, running: 2 }
    expect(promisesSentence(figures)).toBe('7 项承诺中 6 项按时，1 项超时')
    expect(promisesSentence({ ...figures, firstReply: { ...none, kept: 3 }, result: none })).toBe('3 项承诺全部按时')
    expect(promisesSentence({ ...figures, firstReply: none, result: none })).toBe('还没有到时的承诺')
  })
})
