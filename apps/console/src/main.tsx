import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { putTokensOnPage } from './theme/css-variables.ts'
import './theme/page.css'

putTokensOnPage(document.documentElement)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
