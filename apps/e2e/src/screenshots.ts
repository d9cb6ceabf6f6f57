import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '../../../docs/screenshots')

/** Keeps a picture for the documentation; only when asked to, so that an ordinary run leaves the tree as it is. */
export async function keepScreenshot(of: Page | Locator, name: string): Promise<void> {
  if (process.env['SAVE_SCREENSHOTS'] !== '1') return
  mkdirSync(folder, { recursive: true })
  const picture = await of.screenshot({ timeout: 90_000 })
  await sharp(picture)
    .png({ palette: true, quality: 90, effort: 8 })
    .toFile(join(folder, `${name}.png`))
}
