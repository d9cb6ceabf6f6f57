import { afterEach, describe, expect, it } from '@jest/globals'
import { Office } from '../people/office.ts'
import { ownMark, theRepairMarked, withdrawRepairsMarked } from '../repairs.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('somebody on the telephone', () => {
  const mark = ownMark()
  afterEach(() => withdrawRepairsMarked(mark))

  it.each([
    ['the room', '3-2-601'],
    ['the phone', '13800010001'],
    ['the name', '林晓梅'],
  ])('[REP-01] is found by %s, told the promise, and given a number', (_, typed) =>
    walk(async (visitor) => {
      const said = `电话：空调不制冷 ${mark} ${typed}`
      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.button('登记报修').click()
      const intake = desk.dialog(/^登记报修/)
      await intake.getByLabel('查找住户').fill(typed)
      await desk.page.getByTitle('3号楼2单元601').click()
      await intake.getByRole('radio', { name: /林晓梅（业主）138\*{4}0001/ }).waitFor()
      await intake.getByRole('radio', { name: /空调暖气/ }).click()
      await intake.getByText(/告诉报修人：/).waitFor()
      await intake.getByLabel('描述').fill(said)
      await desk.button('登记', intake).click()
      await desk.shows(/^已登记 /)
      const repair = await theRepairMarked(said)
      await desk.shows(`已登记 ${repair.number}`)
      expect(repair).toMatchObject({ channel: 'telephone', reporterName: '林晓梅', placeLabel: '3号楼2单元601' })
    })(),
  )
})
