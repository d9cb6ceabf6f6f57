import { afterAll, beforeAll, expect } from '@jest/globals'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { openBrowser } from './browser.ts'

const failures = join(import.meta.dirname, '../../../.data/e2e/failures')
const patienceMs = 25_000

/** Somebody's own browser: nothing remembered, nothing shared with the others of the journey. */
export type Visitor = () => Promise<BrowserContext>

/**
 * One browser for the journeys of a file. `walk` gives each journey its visitors, sends them home at the end, and keeps
 * pictures of all they saw when it fails.
 */
export function browserForJourneys() {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  return (journey: (visitor: Visitor) => Promise<void>) => async () => {
    const visitors: BrowserContext[] = []
    const visitor = async () => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(patienceMs)
      visitors.push(context)
      return context
    }
    try {
      await journey(visitor)
    } catch (failure) {
      await picture(visitors)
      throw failure
    } finally {
      for (const context of visitors) await context.close()
    }
  }
}

async function picture(visitors: BrowserContext[]): Promise<void> {
  mkdirSync(failures, { recursive: true })
  const name = (expect.getState().currentTestName ?? 'journey').replace(/[^\p{L}\p{N}]+/gu, '-').slice(-60)
  for (const [at, page] of visitors.flatMap((context) => context.pages()).entries()) {
    const path = join(failures, `${name}-${at + 1}.png`)
    await page.screenshot({ path, timeout: 5_000 }).then(
      () => console.log(`What was seen at the end: ${path}`),
      () => undefined,
    )
  }
}
