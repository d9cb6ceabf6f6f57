import { describe, expect, it } from '@jest/globals'
import type { NoticeDraft } from '@yinuo/contracts'
import { asOffice } from '../api.ts'
import { Office } from '../people/office.ts'
import { addressOf } from '../product.ts'
import { garden, ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

/** What would do harm if anything of it were taken for markup, a formula or an order to the reader's eye. */
const hostile = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</article><style>*{display:none}</style><iframe srcdoc="<b>x</b>"></iframe>',
  '[点这里](javascript:alert(1)) &lt;b&gt;',
  '=HYPERLINK("http://evil.example","领奖")',
  '\u202e反着写的字\u202c 接着正着写',
  '𠮷野家 👨‍👩‍👧‍👦 🇨🇳 叆叇',
]

describe('the paper of a notice', () => {
  it(
    '[NTC-01] prints hostile words as words and nothing else; its draft is thrown away for good',
    walk(async (visitor) => {
      const call = await asOffice('frontdesk')
      const communityId = (await garden()).id
      const title = `<b onmouseover=alert(1)>${ownMark()}</b> 𠮷\u202e倒`
      const body = hostile.join('\n')
      const audience = { whole: true, buildingIds: [], entrances: [], unitIds: [], roles: [] }
      const draft: NoticeDraft = { category: 'affairs', title, body, fileIds: [], audience, urgent: false }
      const { id } = await call('POST /communities/{communityId}/notices', {
        path: { communityId },
        body: draft,
        idempotencyKey: crypto.randomUUID(),
      })

      const desk = await Office.open(await visitor(), 'frontdesk')
      const opened: string[] = []
      desk.page.on('dialog', (dialog) => {
        opened.push(dialog.message())
        void dialog.dismiss()
      })
      await desk.page.goto(`${addressOf('console')}/c/${communityId}/notices/${id}`)
      await desk.page.getByText('张贴打印', { exact: true }).click()
      await desk.page.emulateMedia({ media: 'print' })
      const paper = desk.page.getByRole('article')
      await paper.waitFor()
      const drawn = await paper.evaluate((sheet) => ({
        title: sheet.querySelector('h2')!.textContent,
        words: [...sheet.querySelectorAll('p')].map((line) => line.textContent),
        foreign: sheet.querySelectorAll('script, iframe, style, a, b, object, embed, [onerror], [onmouseover]').length,
        pictures: [...sheet.querySelectorAll('img')].map((picture) => picture.alt),
        runsBack: [...sheet.querySelectorAll('h2, p')].filter((line) => getComputedStyle(line).unicodeBidi !== 'isolate').length,
      }))
      expect(drawn.title).toBe(title)
      for (const words of hostile) expect(drawn.words.join('\n')).toContain(words)
      expect(drawn).toMatchObject({ foreign: 0, runsBack: 0 })
      expect(drawn.pictures.filter((alt) => alt !== '公告二维码')).toEqual([])
      expect(opened).toEqual([])
      await keepScreenshot(paper, 'console-notice-paper-hostile')

      await desk.page.emulateMedia({ media: 'screen' })
      await desk.page.getByText('内容', { exact: true }).click()
      await desk.button('删除草稿').click()
      await desk.button('删除', desk.dialog('删除这份草稿？')).click()
      await desk.shows('草稿已删除')
      await desk.page.waitForURL(new RegExp(`/c/${communityId}/notices$`))
      await expect(call('GET /communities/{communityId}/notices/{id}', { path: { communityId, id } })).rejects.toThrow()
    }),
  )
})
