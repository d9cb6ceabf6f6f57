import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

const folder = import.meta.dirname
const PAGE = 'verify.html'

/**
 * The page on which anybody checks a disclosure, as one file without a second request: saved to a disk and opened there it
 * works as it does here.
 */
async function verifierPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', lib: { entry: join(folder, 'verify.ts'), formats: ['iife'], name: 'verifier' } },
  })
  const [result] = Array.isArray(built) ? built : [built]
  if (!result || !('output' in result)) throw new Error('the verifier was not built')
  const script = result.output[0].code.replaceAll('</script', '<\\/script')
  const page = await readFile(join(folder, 'page.html'), 'utf8')
  return page.replace('<script></script>', () => `<script>${script}</script>`)
}

export function verifier(): Plugin {
  return {
    name: 'verifier',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: PAGE, source: await verifierPage() })
    },
    configureServer(server) {
      server.middlewares.use(`/${PAGE}`, (_, response, next) => {
        verifierPage().then((page) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page), next)
      })
    },
  }
}
