import { element, icon, overlay } from './overlay.ts'
import type { WechatLine } from './wechat-line.ts'

export interface Scanned {
  path: string
  result: string
}

interface SeenCode {
  id: string
  page: string
  label: string | null
  path: string
  picture: string
}

const pageNames: Readonly<Record<string, string>> = {
  'pages/entry/index': '报修码',
  'staff/sign-in/index': '控制台登录码',
}

/** The camera's place: codes lying about, or a picture from the album. Null when left. */
export async function scan(line: WechatLine, tell: (text: string) => void): Promise<Scanned | null> {
  const codes = await line.ask<SeenCode[]>('GET', '/sandbox/codes')
  return new Promise((resolve) => {
    const close = (chosen: Scanned | null) => {
      view.remove()
      resolve(chosen)
    }
    const view = element(
      'section',
      { class: 'camera', role: 'dialog', 'aria-modal': 'true', 'aria-label': '扫一扫' },
      element(
        'header',
        {},
        element('button', { class: 'away', 'aria-label': '返回', click: () => close(null) }, icon('M14.5 5 8 12l6.5 7')),
        element('h1', {}, '扫一扫'),
        element('span', { style: 'width:34px' }),
      ),
      element('p', {}, codes.length > 0 ? '选一张身边的码，或从相册选图。' : '还没有码：从相册选一张码的照片或截图。'),
      element('div', { class: 'grid' }, ...codes.map((code) => codeCard(line, code, close))),
      album(line, tell, close),
    )
    overlay().append(view)
    view.querySelector<HTMLElement>('.code, .away')?.focus()
  })
}

function codeCard(line: WechatLine, code: SeenCode, close: (chosen: Scanned) => void): HTMLElement {
  const [name, kind] = code.label?.split(' · ') ?? [pageNames[code.page] ?? code.page]
  return element(
    'button',
    { class: 'code', 'data-code': code.id, click: () => close({ path: code.path, result: code.path }) },
    element('img', { src: `${line.origin}${code.picture}`, alt: '' }),
    element('b', {}, name ?? ''),
    kind !== undefined && element('small', {}, kind),
  )
}

function album(line: WechatLine, tell: (text: string) => void, close: (chosen: Scanned) => void): HTMLElement {
  const input = element('input', {
    type: 'file',
    accept: 'image/*',
    change: () => {
      const [picture] = input.files ?? []
      if (!picture) return
      void readPicture(line, picture).then((scanned) => (scanned ? close(scanned) : tell('未发现二维码，请换一张清晰的图')))
    },
  })
  return element('label', { class: 'album' }, input, icon('M4 6h16v12H4zM4 15l4.5-4 4 3.5 3-2.5 4.5 4M9 9.5h.01'), '从相册选图')
}

async function readPicture(line: WechatLine, picture: File): Promise<Scanned | null> {
  const response = await fetch(`${line.origin}/sandbox/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: picture,
  })
  return response.ok ? ((await response.json()) as Scanned) : null
}
