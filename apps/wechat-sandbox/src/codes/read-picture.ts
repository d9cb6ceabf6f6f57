import jsQRModule from 'jsqr'
import sharp from 'sharp'

// The package is CommonJS: its function arrives as the default's default under Node and as the default under a bundler.
const jsQR = ((jsQRModule as unknown as { default?: unknown }).default ?? jsQRModule) as unknown as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null

/** Reads the code in a picture somebody uploaded; photos are tried in two sizes. */
export async function readCode(picture: Buffer): Promise<string | null> {
  for (const width of [900, 480]) {
    const { data, info } = await sharp(picture)
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width, withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const found = jsQR(new Uint8ClampedArray(data), info.width, info.height)
    if (found?.data) return found.data
  }
  return null
}
