import type { BrowserContext, Page } from 'playwright-core'
import { addressOf } from '../product.ts'
import { Phone } from './phone.ts'
import type { PhoneId } from './phone.ts'

/** The desk with two phones, the codes and the story beside them. */
export class Stage {
  readonly page: Page
  readonly resident: Phone
  readonly staff: Phone

  private constructor(page: Page, { resident, staff }: { resident: PhoneId; staff: PhoneId }) {
    this.page = page
    this.resident = new Phone(resident, page, page.frameLocator('#resident iframe'))
    this.staff = new Phone(staff, page, page.frameLocator('#staff iframe'))
  }

  static async open(context: BrowserContext, hands: { resident: PhoneId; staff: PhoneId }): Promise<Stage> {
    const page = await context.newPage()
    await page.goto(`${addressOf('stage')}/?${new URLSearchParams(hands)}`)
    const stage = new Stage(page, hands)
    await page.getByRole('button', { name: /小区码/ }).waitFor()
    return stage
  }

  /** Holds the resident's phone over a code lying on the desk. */
  async scanCode(caption: '小区码' | '房屋码'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(caption) }).click()
  }

  /** The switch of the desk beside a phone. */
  async press(side: 'resident' | 'staff', key: '断网' | '恢复' | '大字'): Promise<void> {
    await this.page.locator(`#${side}`).getByRole('button', { name: key, exact: true }).click()
  }

  storyLine(title: string | RegExp) {
    return this.page.getByRole('region', { name: '刚刚发生了什么' }).getByRole('listitem').filter({ hasText: title })
  }
}

const atWork: ReadonlySet<PhoneId> = new Set(['zhang', 'zhou', 'he'])

/** One phone alone, as large as a phone is. */
export async function openPhone(context: BrowserContext, id: PhoneId, path?: string): Promise<Phone> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 375, height: 812 })
  const first = path ?? (atWork.has(id) ? 'staff/today/index' : 'pages/home/index')
  const query = new URLSearchParams({ phone: id, api: addressOf('server') })
  await page.goto(`${addressOf('stage')}/miniprogram/?${query}#/${first}`)
  return new Phone(id, page)
}
