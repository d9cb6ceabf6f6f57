import type { BrowserContext, Locator, Page } from 'playwright-core'
import { addressOf } from '../product.ts'

export type Login = 'manager' | 'supervisor' | 'frontdesk'

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

  static async open(context: BrowserContext, login: Login): Promise<Office> {
    const office = await Office.atTheDoor(context)
    await office.signIn(login)
    return office
  }

  async signIn(login: Login): Promise<void> {
    await this.page.getByLabel('账号', { exact: true }).fill(login)
    await this.page.getByLabel('密码', { exact: true }).fill('yinuo-demo')
    await this.button('登录').click()
    await this.page.getByRole('navigation', { name: '主菜单' }).waitFor()
  }

  /** Ant Design parts two Chinese letters of a button by a space. */
  button(name: string, inside: Page | Locator = this.page): Locator {
    const spaced = name.length === 2 ? [...name].join('\\s?') : name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return inside.getByRole('button', { name: new RegExp(`^(\\S+ )?${spaced}$`) })
  }

  async goTo(word: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: word }).click()
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  column(title: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${title}`) })
  }
}
