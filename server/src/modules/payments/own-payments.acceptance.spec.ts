import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { OwnPaymentRow, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { PayDesk } from '../../../test/pay-desk.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('what a resident has paid', () => {
  it('[FIN-02] is found by the year in which it was paid, on Shanghai’s calendar', async () => {
    const desk = await PayDesk.begin(app)
    const resident = await desk.resident()
    const paid = async (amountFen: number) =>
      desk.pay(resident, [{ billId: await desk.bill(resident.unitId, amountFen), amountFen }])
    app.clock.set('2026-12-31T15:59:00Z')
    const last = await paid(100)
    app.clock.set('2026-12-31T16:01:00Z')
    const first = await paid(200)
    const of = async (year: string) =>
      ((await resident.get(`/me/payments?year=${year}`).expect(200)).body as Page<OwnPaymentRow>).items.map(({ id }) => id)
    expect([await of('2026'), await of('2027'), await of('2025')]).toEqual([[last], [first], []])
    await resident.get('/me/payments?year=26').expect(400)
  })
})
