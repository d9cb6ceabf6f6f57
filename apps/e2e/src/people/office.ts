import type { BrowserContext, Locator, Page } from 'playwright-core'
import { officeToken } from '../api.ts'
import type { Login } from '../api.ts'
import { addressOf } from '../product.ts'

/** Somebody at a desk of the office, with the console open. */
export class Office {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  /** At the door, not signed in. */
  static async atTheDoor(context: BrowserContext): Promise<Office> {
    const page = await context.newPage()
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(addressOf('console'))
    return new Office(page)
  }

  /** Signed in since the morning. */
  static async open(context: BrowserContext, login: Login): Promise<Office> {
    const token = await officeToken(login)
    await context.addInitScript((kept) => localStorage.setItem('yinuo.session', kept), token)
    const office = await Office.atTheDoor(context)
    await office.isIn()
    return office
  }

  async isIn(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主菜单' }).waitFor()
  }

  async signIn(login: Login): Promise<void> {
    await this.page.getByLabel('账号', { exact: true }).fill(login)
    await this.page.getByLabel('密码', { exact: true }).fill('yinuo-demo')
    await this.button('登录').click()
    await this.isIn()
  }

  /** Ant Design parts two Chinese letters of a button by a space. */
  button(name: string, inside: Page | Locator = this.page): Locator {
    const spaced = name.length === 2 ? [...name].join('\\s?') : name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return inside.getByRole('button', { name: new RegExp(`^(\\S+ )?${spaced}$`) })
  }

  /** A case by the link one sends to a colleague. */
  async openCase({ communityId, id }: { communityId: string; id: string }): Promise<void> {
    await this.page.goto(`${addressOf('console')}/c/${communityId}/repairs/${id}`)
    await this.page.getByRole('heading', { name: '承诺时限' }).waitFor()
  }

  /** Finds a case in the queue and opens it over the list. */
  async findCase(words: string): Promise<void> {
    await this.goTo('报修')
    await this.page.getByLabel('搜索报修').fill(words)
    await this.shows(`含“${words}”`)
    await this.page.getByRole('row').filter({ hasText: words }).click()
    await this.dialog(/^报修 /).waitFor()
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  async goTo(word: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: word }).click()
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /** One step of a case that is taken with words. */
  async say(action: string, words: string): Promise<void> {
    await this.button(action).first().click()
    const dialog = this.dialog(new RegExp(`^${action} · `))
    await dialog.getByRole('textbox').fill(words)
    await this.button(action, dialog).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  column(title: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${title}`) })
  }
}
