import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = {
  '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3100', changeOrigin: true },
}
const port = Number(process.env['PORT'] ?? 3300)
const host = process.env['HOST'] ?? '127.0.0.1'

export default defineConfig({
  plugins: [react()],
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
