import sharp from 'sharp'

type Part = Buffer | string

/** A box of an MP4 or MOV file. */
export function box(type: string, ...content: Part[]): Buffer {
  const body = Buffer.concat(content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** A box whose length is told in 64 bits. */
export function longBox(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(16)
  head.writeUInt32BE(1, 0)
  head.write(type, 4, 'latin1')
  head.writeBigUInt64BE(BigInt(body.length + 16), 8)
  return Buffer.concat([head, body])
}

export const PLACE = '+39.9042+116.4074/'
export const DEVICE = 'Testphone 15 Pro'

const handler = (kind: string) => box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(12), '\0')
const track = (kind: string, ...more: Buffer[]) => box('trak', box('tkhd', Buffer.alloc(84)), box('mdia', handler(kind)), ...more)

/** A short film as phones make it, telling where it was made in every way known; its pictures are no pictures. */
export function film({ brand = 'mp42', bytes = 4096 }: { brand?: string; bytes?: number } = {}): Buffer {
  const words = box(
    'udta',
    box('\xa9xyz', Buffer.from([0, PLACE.length, 0x15, 0xc7]), PLACE),
    box('loci', PLACE),
    box('\xa9mod', DEVICE),
  )
  const apple = box('meta', handler('mdta'), box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', PLACE, DEVICE))
  const movie = box(
    'moov',
    box('mvhd', Buffer.alloc(100)),
    words,
    apple,
    track('vide', words),
    track('soun'),
    track('meta', box('meta', PLACE)),
  )
  return Buffer.concat([
    box('ftyp', brand, Buffer.alloc(4), brand === 'qt  ' ? 'qt  ' : 'isom'),
    movie,
    box('uuid', Buffer.alloc(16, 7), PLACE),
    box('mdat', Buffer.alloc(bytes, 0x5a)),
  ])
}

/** A photo with a camera's EXIF: where, with what, and which way up. */
export function photo({
  width = 64,
  height = 40,
  format = 'jpeg',
}: { width?: number; height?: number; format?: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#8899aa' } })
    .withExif({
      IFD0: { Make: 'Testphone', Model: DEVICE, Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 15/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 24/1 27/1' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()
}
