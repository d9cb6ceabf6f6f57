import type { FrameLocator, Locator, Page } from 'playwright-core'
import { expect } from '@jest/globals'
import { sandbox } from '../api.ts'
import { eventually } from '../eventually.ts'
import type { DrawnPhoto } from '../photos.ts'

/** One of tools/demo/phones.json, or one a journey has added. */
export type PhoneId = string

/** A phone in somebody's hand: what it shows, and what a thumb does to it. */
export class Phone {
  readonly id: PhoneId
  readonly screen: Page | FrameLocator
  readonly page: Page

  constructor(id: PhoneId, page: Page, screen: Page | FrameLocator = page) {
    this.id = id
    this.screen = screen
    this.page = page
  }

  button(name: string | RegExp): Locator {
    return this.screen.getByRole('button', { name, exact: typeof name === 'string' })
  }

  /** While one page follows another both are there: the newer is meant, and what was found on the older is looked for anew. */
  async tap(name: string | RegExp): Promise<void> {
    await eventually(() => this.button(name).last().click({ timeout: 5_000 }))
  }

  /** In the panel that has risen, not on the page behind it. */
  async tapInSheet(name: string): Promise<void> {
    await this.screen.locator('.sheet').getByRole('button', { name, exact: true }).click()
  }

  /** Opens the page anew and waits for these words: what others did shows by itself only after a while. */
  async showsAnew(text: string | RegExp): Promise<void> {
    await eventually(async () => {
      await this.kill()
      await this.words(text).waitFor({ timeout: 4_000 })
    })
  }

  /** Waits until these words can be read. */
  async shows(text: string | RegExp): Promise<void> {
    await this.words(text).waitFor()
  }

  words(text: string | RegExp): Locator {
    return this.screen.getByText(text).filter({ visible: true }).first()
  }

  /** A field known by the hint inside it. */
  async write(hint: string | RegExp, text: string): Promise<void> {
    await this.screen.getByRole('textbox', { name: hint }).fill(text)
  }

  /** A field known by the words above it. */
  async fill(label: string, text: string): Promise<void> {
    await this.screen.locator('.field').filter({ hasText: label, visible: true }).locator('input').fill(text)
  }

  async choosePhotos(button: string, ...photos: DrawnPhoto[]): Promise<void> {
    const before = await this.button('删除这张').count()
    const chooser = this.page.waitForEvent('filechooser')
    await this.tap(button)
    await (await chooser).setFiles(photos)
    await eventually(async () => expect(await this.button('删除这张').count()).toBe(before + photos.length))
  }

  /** The first time WeChat holds the photos back until the privacy notice is answered. */
  async choosePhotosAgreeing(button: string, ...photos: DrawnPhoto[]): Promise<void> {
    await this.tap(button)
    await this.shows('用户隐私保护提示')
    const chooser = this.page.waitForEvent('filechooser')
    await this.words('同意并继续').click()
    await (await chooser).setFiles(photos)
  }

  /** Photos leave for the server at once; a percentage stands on those under way. */
  async photosHaveArrived(count: number): Promise<void> {
    await eventually(async () => {
      expect(await this.button('删除这张').count()).toBe(count)
      expect(await this.screen.getByText(/^\d+%$/).count()).toBe(0)
    })
  }

  /** WeChat's sheet asking whether notices may be sent. */
  async allowNotices(): Promise<void> {
    await this.screen.getByRole('dialog', { name: '订阅消息' }).getByRole('button', { name: '允许' }).click()
  }

  /** Holds the phone over a code lying about, from inside the mini-program. */
  async scan(label: string): Promise<void> {
    await this.tap('扫一扫')
    await this.chooseCode(label)
  }

  async chooseCode(label: string): Promise<void> {
    await this.screen.getByRole('dialog', { name: '扫一扫' }).getByRole('button', { name: label }).click()
  }

  /** WeChat's sheet asking for the phone number. */
  async giveNumber(): Promise<void> {
    await this.screen.getByRole('dialog', { name: '手机号' }).getByRole('button', { name: '使用' }).click()
  }

  /** Scans a picture of a code, chosen from the album. */
  async scanPicture(picture: Buffer): Promise<void> {
    await this.tap('扫一扫')
    await this.chooseCodePicture(picture)
  }

  async chooseCodePicture(picture: Buffer): Promise<void> {
    const file = { name: 'code.png', mimeType: 'image/png', buffer: picture }
    await this.screen.getByRole('dialog', { name: '扫一扫' }).locator('input[type=file]').setInputFiles(file)
  }

  /** WeChat ends the mini-program, and it is opened anew. */
  async kill(): Promise<void> {
    await this.page.reload()
  }

  async back(): Promise<void> {
    await this.page.goBack()
  }

  /** A service notification at the top of the screen. */
  notice(title: string): Locator {
    return this.screen.locator('button[data-banner="push"]').filter({ hasText: title })
  }

  async goOffline(offline: boolean): Promise<void> {
    await sandbox('PUT', `/phones/${this.id}/offline`, { offline })
  }
}

/** A code that hangs somewhere near, for phones to scan. */
export async function hangUpCode(scene: string, label: string): Promise<void> {
  await sandbox('POST', '/codes', { page: 'pages/entry/index', scene, label })
}

/** Phones as they lie there in the morning: online, usual type, the privacy agreement answered. */
export async function phonesAtRest(...ids: PhoneId[]): Promise<void> {
  for (const id of ids) {
    await sandbox('PUT', `/phones/${id}/offline`, { offline: false })
    await sandbox('PUT', `/phones/${id}/large-text`, { on: false })
    await sandbox('PUT', `/phones/${id}/privacy`, { agreed: true })
  }
}
