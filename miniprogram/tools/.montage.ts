// joins PNGs side by side through the browser
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
const [out, ...names] = process.argv.slice(2)
const b = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args.filter((f) => f !== '--single-process'),
  headless: true,
})
const p = await b.newPage({ viewport: { width: names.length * 385, height: 820 } })
await p.setContent(
  '<body style="margin:0;display:flex;gap:10px;background:#888">' +
    names.map((n) => `<img src="data:image/png;base64,${readFileSync('/tmp/look/' + n + '.png').toString('base64')}">`).join(''),
)
await p.waitForTimeout(200)
await p.screenshot({ path: out })
await b.close()
