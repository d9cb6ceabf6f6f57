import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { ProxyOptions } from 'vite'
import { verifier } from './src/verifier/build-page.ts'

const api: Record<string, ProxyOptions> = {
  '/api': {
    target: process.env['API_URL'] ?? 'http://127.0.0.1:3100',
    changeOrigin: true,
    // Left alone, the proxy keeps the browser's side of a live stream open when the server's side is cut.
    configure: (proxy) =>
      proxy.on('proxyRes', (answer, _, response) => answer.on('close', () => answer.complete || response.destroy())),
  },
}
const port = Number(process.env['PORT'] ?? 3300)
const host = process.env['HOST'] ?? '127.0.0.1'

export default defineConfig({
  plugins: [react(), verifier()],
  server: { port, host, strictPort: true, proxy: api },
  preview: { port, host, strictPort: true, proxy: api },
  build: {
    target: 'es2022',
    // Charts are by far the largest part and only one screen needs them: they have a chunk of their own, loaded with it.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/ },
          ],
        },
      },
    },
  },
})
