import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { RepairRow } from '@yinuo/contracts'
import { asOffice, asPhone } from '../api.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { garden, ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()
const cause = '自然老化'

describe('what repeats', () => {
  const mark = ownMark()
  const title = `老化阀门和灯具成批更换 ${mark}`

  beforeEach(() => phonesAtRest('lin'))
  afterEach(() => withdrawTelling(mark))

  it(
    '[IMP-04][COM-04] becomes an improvement in one step, and who said so is told and reads what was changed',
    walk(async (visitor) => {
      const ended = await endedRepairOf('lin')
      const department = await Office.open(await visitor(), 'supervisor')
      await department.openCase(ended)
      await nameCause(department)

      await department.goTo('改进')
      await department.page.getByRole('tab', { name: /重复问题/ }).click()
      const repeated = department.page.getByRole('row').filter({ hasText: '全小区同一原因' })
      await department.button(cause, repeated).click()
      const proposal = department.dialog(`全小区 · ${cause}`)
      await department.button('立项改进', proposal).click()
      const plan = department.dialog('立项改进')
      expect(await plan.getByLabel('发现的问题').inputValue()).toMatch(/30 天内有 \d+ 件因为“自然老化”/)
      await plan.getByLabel('标题').fill(title)
      await plan.getByLabel('改进措施').fill('按楼栋普查，十年以上的阀门和灯具成批更换。')
      await plan.getByLabel('负责人').click()
      await department.page.getByTitle(/^周敏 · /).click()
      await department.button('立项', plan).click()
      await department.page.getByRole('heading', { name: new RegExp(`^GJ\\d{4} ${title}$`), level: 1 }).waitFor()
      await department.shows(ended.number)

      await department.button('登记落实').click()
      await department.button('登记落实', department.dialog('登记落实')).click()
      await department.button('告诉提出的人').click()
      const telling = department.dialog('告诉提出的人')
      await telling.getByText(/^发消息给 \d+ 人$/).waitFor()
      await telling.getByLabel('住户说了什么').fill('阀门和灯具用久了总坏，修了又坏。')
      await telling.getByLabel('我们改了什么').fill(`旧阀门和灯具已成批换新，${mark}`)
      await department.button('告诉提出的人并公布', telling).click()
      await department.shows('公布中')
      await keepScreenshot(department.page, 'console-improvement')

      const lin = await openPhone(await visitor(), 'lin', 'pages/messages/index')
      await lin.showsAnew(`因为您说了，我们改了：${title}`)
      await lin.words(`因为您说了，我们改了：${title}`).click()
      await lin.shows('阀门和灯具用久了总坏，修了又坏。')
      await lin.shows(new RegExp(`旧阀门和灯具已成批换新，${mark}`))
      await lin.tap('看全部改进')
      await lin.shows(title)
      const home = await openPhone(await visitor(), 'lin')
      await home.tap(`因为您说了，我们改了：${title}`)
      await home.shows('阀门和灯具用久了总坏，修了又坏。')
      await home.shows(`旧阀门和灯具已成批换新，${mark}`)
      await keepScreenshot(home.page, 'phone-changes')
    }),
  )
})

/** A repair of theirs that is over, the newest. */
async function endedRepairOf(phone: string): Promise<RepairRow> {
  const { items } = await (await asPhone(phone))('GET /me/repairs', { query: { limit: 100 } })
  const found = items.find(({ state }) => state === 'closed')
  if (!found) throw new Error(`${phone} has no repair that is over`)
  return found
}

async function nameCause(office: Office): Promise<void> {
  await office.page.getByRole('button', { name: /^(注明|修改)原因$/ }).click()
  await office.page.getByLabel('原因', { exact: true }).fill(cause)
  await office.page.getByTitle(cause, { exact: true }).last().click()
  const part = office.page.locator('section').filter({ hasText: '根本原因' })
  await office.button('保存', part).click()
  await part.getByText(cause, { exact: true }).waitFor()
}

/** What a journey told is not for the next one's readers. */
async function withdrawTelling(mark: string): Promise<void> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/improvements', { path })
  for (const { id } of items.filter(({ title }) => title.includes(mark))) {
    const { telling, version } = await call('GET /communities/{communityId}/improvements/{id}', { path: { ...path, id } })
    if (telling?.state !== 'published') continue
    const terms = { path: { ...path, id }, idempotencyKey: crypto.randomUUID() }
    await call('POST /communities/{communityId}/improvements/{id}/withdraw-telling', { ...terms, body: { version } })
  }
}
