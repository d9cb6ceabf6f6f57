import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Problem } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import { usualLimits } from './index.ts'

const limits = { ...usualLimits, signInsPerAddress: 12 }

let app: TestApp
beforeAll(async () => {
  app = await startApp({}, limits)
})
afterAll(() => app.close())

const times = (count: number) => Array.from({ length: count })
const ask = ({ token }: Person) => app.nest.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
const guess = (from: string, login: string) =>
  app.nest.inject({
    method: 'POST',
    url: '/api/sessions/password',
    headers: { 'x-forwarded-for': from },
    payload: { login, password: 'x' },
  })

describe('who asks too often', () => {
  it('is told when to come back, and others are not', async () => {
    const community = await app.world.community()
    const staff = await app.world.staff(community)
    const other = await app.world.staff(community)
    const answers = await Promise.all(times(limits.perSession + 10).map(() => ask(staff)))
    const refused = answers.filter((answer) => answer.statusCode !== 200)
    expect(refused).toHaveLength(10)
    expect(refused[0]!.json<Problem>().code).toBe('TOO_MANY_REQUESTS')
    expect(refused[0]!.headers['retry-after']).toBe('1')
    expect((await ask(other)).statusCode).toBe(200)
    app.clock.advance({ seconds: 1 })
    expect((await ask(staff)).statusCode).toBe(200)
  })

  it('[ORG-05] tries few passwords from one address, whatever the logins', async () => {
    const answers = await Promise.all(times(limits.signInsPerAddress + 5).map((_, turn) => guess('203.0.113.5', `login${turn}`)))
    expect(answers.filter((answer) => answer.json<Problem>().code === 'TOO_MANY_REQUESTS')).toHaveLength(5)
    expect((await guess('203.0.113.6', 'somebody')).json<Problem>().code).toBe('SIGN_IN_FAILED')
  })
})
