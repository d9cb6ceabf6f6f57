import QRCode from 'qrcode'
import sharp from 'sharp'

export interface PictureOptions {
  width: number
  transparent: boolean
  line: { r: number; g: number; b: number }
}

/** A mini-program code as the sandbox draws it: a QR code on a round-cornered card with a mark in its middle. */
export async function drawCode(text: string, options: PictureOptions): Promise<{ bytes: Buffer; type: string }> {
  const svg = Buffer.from(codeSvg(text, options))
  const picture = sharp(svg).resize(options.width, options.width, { kernel: 'nearest' })
  if (options.transparent) return { bytes: await picture.png().toBuffer(), type: 'image/png' }
  return { bytes: await picture.flatten({ background: '#ffffff' }).jpeg({ quality: 92 }).toBuffer(), type: 'image/jpeg' }
}

export function codeSvg(text: string, { width, transparent, line }: PictureOptions): string {
  // Level Q restores a quarter of the code, so the mark may cover a few modules of its middle.
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'Q' })
  const quiet = 4
  const side = modules.size + 2 * quiet
  const middle = side / 2
  const mark = modules.size * 0.09
  const colour = `rgb(${line.r},${line.g},${line.b})`
  const card = transparent
    ? ''
    : `<rect x="0.4" y="0.4" width="${side - 0.8}" height="${side - 0.8}" rx="3" fill="#fff" stroke="#E4E9E6" stroke-width="0.3"/>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 ${side} ${side}">${card}` +
    `<path d="${modulePath(modules, quiet)}" fill="${colour}" shape-rendering="crispEdges"/>` +
    `<circle cx="${middle}" cy="${middle}" r="${mark + 0.7}" fill="#fff"/><circle cx="${middle}" cy="${middle}" r="${mark}" fill="#0F6B57"/>` +
    `<path d="M${middle - mark * 0.5} ${middle + mark * 0.05}l${mark * 0.38} ${mark * 0.38}l${mark * 0.66} ${-mark * 0.75}" ` +
    `fill="none" stroke="#fff" stroke-width="${mark * 0.2}" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  )
}

function modulePath(modules: { size: number; get(row: number, column: number): number }, quiet: number): string {
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
    }
  }
  return path
}
