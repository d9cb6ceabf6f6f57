import { afterEach, describe, expect, it } from '@jest/globals'
import { Office } from '../people/office.ts'
import { dispatchTo, ownMark, readRepair, registerRepair, withdrawRepairsMarked } from '../repairs.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('two windows of the office over one case', () => {
  const mark = ownMark()
  afterEach(() => withdrawRepairsMarked(mark))

  it(
    'tells the second that somebody was faster, and keeps what was typed',
    walk(async (visitor) => {
      const receipt = await registerRepair({ room: '1号楼1单元302', category: 'doors', description: `门锁转不动，电话 ${mark}` })
      await dispatchTo(receipt, '张建国')
      const first = await Office.open(await visitor(), 'manager')
      const second = await Office.open(await visitor(), 'frontdesk')
      for (const window of [first, second]) {
        await window.openCase(receipt)
        await window.button('更新进展').click()
      }
      await first.page.getByLabel('进展', { exact: true }).fill('住户今天都在家')
      await second.page.getByLabel('进展', { exact: true }).fill('住户下午三点后在家')
      await first.button('更新进展', first.dialog(/^更新进展/)).click()
      await first.dialog(/^更新进展/).waitFor({ state: 'hidden' })

      // The live news have reached the page below the form, and the form does not pretend to know them.
      await second.shows('住户今天都在家')
      const dialog = second.dialog(/^更新进展/)
      await second.button('更新进展', dialog).click()
      await dialog.getByText('他人已修改').waitFor()
      expect(await second.page.getByLabel('进展', { exact: true }).inputValue()).toBe('住户下午三点后在家')
      await second.button('载入最新', dialog).click()
      await dialog.getByText('他人已修改').waitFor({ state: 'hidden' })
      await second.button('更新进展', dialog).click()
      await dialog.waitFor({ state: 'hidden' })
      const notes = (await readRepair(receipt)).timeline.filter(({ kind }) => kind === 'note').map(({ text }) => text)
      expect(notes).toEqual(['住户今天都在家', '住户下午三点后在家'])
    }),
  )
})
