import { describe, expect, it } from '@jest/globals'
import { theComplaintMarked } from '../complaints.ts'
import { eventually } from '../eventually.ts'
import { mailTo, write } from '../letters.ts'
import { Office } from '../people/office.ts'
import { ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a letter', () => {
  const mark = ownMark()
  const address = `wu-${mark}@example.org`
  const from = `吴女士 <${address}>`
  const subject = `地库积水 ${mark}`

  it(
    '[COM-01] from the mailbox becomes a complaint at the desk, is answered by mail, and goes on by mail',
    walk(async (visitor) => {
      await write({ from, subject, words: '5 号楼地库入口一下雨就积水，车进不去。' })
      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.goTo('来信')
      await openLetter(desk, subject)
      await desk.shows('5 号楼地库入口一下雨就积水，车进不去。')
      const letter = desk.dialog(subject)
      await letter.getByText('未知发件人').waitFor()
      await desk.button('登记', letter).click()
      const form = letter.getByRole('region', { name: '登记' })
      await form.getByLabel('类别').click()
      await desk.page.getByTitle('设施设备', { exact: true }).click()
      expect(await form.getByLabel('来信人姓名').inputValue()).toBe('吴女士')
      await desk.button('登记', form).click()
      await desk.shows(/^已登记，编号 /)
      const { number } = await theComplaintMarked(subject)
      await mailTo(address, '已收到您的来信')

      await letter.getByRole('link', { name: number }).click()
      await desk.page.getByRole('heading', { name: `投诉建议 ${number}` }).waitFor()
      await desk.say('沟通', '今天下午去疏通排水沟，晚上给您回话。')
      expect(await mailTo(address, `Re: ${subject}`)).toBe(`Re: ${subject} [${number}]`)

      await write({ from, subject: `回复：Re: ${subject} [${number}]`, words: '好的，麻烦在入口放个提示牌。' })
      await desk.shows(/麻烦在入口放个提示牌/)
      await keepScreenshot(desk.page, 'console-letter-complaint')
      await desk.goTo('来信')
      await desk.page.getByText('已登记', { exact: true }).first().click()
      await openLetter(desk, subject)
      await letter.getByText('物业答复 · 已发出').waitFor()
      await letter.getByText('今天下午去疏通排水沟，晚上给您回话。').waitFor()
      await keepScreenshot(desk.page, 'console-letter')
    }),
  )
})

/** The box is read every few seconds; the list shows it a little later by itself. */
async function openLetter(office: Office, subject: string): Promise<void> {
  await eventually(async () => {
    await office.page.reload()
    await office.page.getByLabel('搜索来信').fill(subject)
    await office.page.getByRole('row').filter({ hasText: subject }).click({ timeout: 3_000 })
  })
}
