import { describe, expect, it } from '@jest/globals'
import { randomInt } from 'node:crypto'
import { asOffice } from '../api.ts'
import { messyWorkbook } from '../messy-workbook.ts'
import { Office } from '../people/office.ts'
import { garden } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a workbook as an office keeps it', () => {
  const building = `${randomInt(1e5, 1e6)}号楼`

  it(
    '[ORG-02] becomes a clean archive: wrong rows told, good ones taken, nothing changed by the same again, and all of it undone',
    walk(async (visitor) => {
      const office = await Office.open(await visitor(), 'manager')
      await upload(office)
      await office.shows('4 行正确，2 行有错')
      await office.shows('问题清单：2 行，2 处')
      await office.page.getByRole('row').filter({ hasText: '1380000' }).getByText('不是有效的号码').waitFor()
      await office.page
        .getByRole('row')
        .filter({ hasText: '约90' })
        .getByText(/大于 0/)
        .waitFor()
      await office.shows(/物业备注/)
      const report = office.page.waitForEvent('download')
      await office.button('下载标注结果的原表').click()
      expect((await report).suggestedFilename()).toMatch(/\.xlsx$/)
      await keepScreenshot(office.page, 'console-import')
      await office.button('导入 4 行').click()
      await office.shows('已写入档案')
      expect(await homesOf(building)).toEqual([
        [`${building}1单元101`, 89.5, 'occupied', ['赵一']],
        [`${building}1单元102`, 89.5, 'occupied', ['钱二']],
        [`${building}1单元201`, 120.25, 'let', ['孙三']],
        [`${building}1单元302`, 89.5, 'vacant', []],
      ])
      const imported = office.page.url()

      await upload(office)
      await office.shows('与现有档案完全一致，没有变动')

      await office.page.goto(imported)
      await office.button('撤销这次导入').click()
      await office.button('撤销导入', office.dialog(/撤销这次导入/)).click()
      await office.shows('已撤销')
      expect(await homesOf(building)).toEqual([])
    }),
  )

  async function upload(office: Office): Promise<void> {
    await office.goTo('档案导入')
    const file = { name: `${building}台账.xlsx`, mimeType: 'application/octet-stream', buffer: await messyWorkbook(building) }
    await office.page.locator('input[type=file]').setInputFiles(file)
    await office.page.getByRole('heading', { name: file.name }).waitFor()
  }
})

async function homesOf(building: string) {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/units', { path, query: { query: building } })
  return items.map(({ label, areaSquareMetres, state, residents }) => [
    label,
    areaSquareMetres,
    state,
    residents.map(({ name }) => name),
  ])
}
