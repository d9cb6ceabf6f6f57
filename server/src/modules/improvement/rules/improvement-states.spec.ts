import { describe, expect, it } from '@jest/globals'
import { codesOf, improvementStates } from '@yinuo/contracts'
import { obstacleTo } from './improvement-states.ts'

const openTo = (step: Parameters<typeof obstacleTo>[0]) => codesOf(improvementStates).filter((state) => !obstacleTo(step, state))

describe('an improvement', () => {
  it('goes on step by step and never back', () => {
    expect(openTo('start')).toEqual(['open'])
    expect(openTo('finish')).toEqual(['open', 'doing'])
    expect(openTo('check')).toEqual(['done'])
  })

  it('is planned anew only while it is not done, and told of only afterwards', () => {
    expect(openTo('edit')).toEqual(['open', 'doing'])
    expect(openTo('tell')).toEqual(['done', 'checked'])
  })

  it('says in words why not', () => {
    expect(obstacleTo('tell', 'doing')).toEqual({ state: '进行中', action: '告诉提出的人' })
  })
})
