import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/**
 * A browser from npm alone, with a font that has Chinese. `BROWSER_PATH` uses an installed Chrome instead;
 * elsewhere than on Linux the installed one is used anyway, for the packaged one is a Linux program.
 */
export async function openBrowser(): Promise<Browser> {
  const installed = process.env['BROWSER_PATH']
  if (installed) return chromium.launch({ executablePath: installed })
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome' })
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // One process for everything takes all pages down with the first that crashes.
    args: sparticuz.args.filter((argument) => argument !== '--single-process'),
    env: { ...process.env, FONTCONFIG_FILE: fontsConfiguration() },
  })
}

/** Without it Chinese is drawn as boxes: a machine for tests has no fonts. */
function fontsConfiguration(): string {
  const family = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const folder = join(import.meta.dirname, '../../../.data/e2e/fonts')
  const weights = ['400Regular', '500Medium', '700Bold'].map((weight) => `<dir>${join(family, weight)}</dir>`)
  const defaults = ['sans-serif', 'serif', 'system-ui', 'monospace'].map(
    (name) => `<alias binding="strong"><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  )
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${weights.join('\n  ')}
  <cachedir>${join(folder, 'cache')}</cachedir>
  ${defaults.join('\n  ')}
</fontconfig>
`,
  )
  return file
}
