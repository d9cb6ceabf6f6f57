import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { box, DEVICE, film, longBox, PLACE } from '../../../../test/media.ts'
import { anonymiseVideo } from './anonymise-video.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinuo-film-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function anonymised(content: Buffer): Promise<Buffer> {
  const path = join(folder, 'film')
  await writeFile(path, content)
  await anonymiseVideo(path)
  return readFile(path)
}

const moovOf = (...boxes: Buffer[]) =>
  Buffer.concat([box('ftyp', 'mp42'), box('moov', ...boxes), box('mdat', Buffer.alloc(64, 1))])
const pictures = box('trak', box('mdia', box('hdlr', Buffer.alloc(8), 'vide', Buffer.alloc(12))))

describe('a film', () => {
  it.each(['mp42', 'qt  '])('of brand %j no longer tells where and with what it was made', async (brand) => {
    const told = film({ brand })
    expect(told.includes(PLACE)).toBe(true)
    const kept = await anonymised(told)
    expect(kept.includes(PLACE)).toBe(false)
    expect(kept.includes(DEVICE)).toBe(false)
  })

  it('keeps its length and every byte of its pictures where it was', async () => {
    const told = film()
    const kept = await anonymised(told)
    expect(kept.length).toBe(told.length)
    const pictureData = told.indexOf('mdat')
    expect(kept.subarray(pictureData)).toEqual(told.subarray(pictureData))
    expect(kept.subarray(0, 32)).toEqual(told.subarray(0, 32))
  })

  it('may tell the length of a box in 64 bits', async () => {
    const kept = await anonymised(moovOf(pictures, longBox('udta', box('loci', PLACE))))
    expect(kept.includes(PLACE)).toBe(false)
  })

  it.each([
    ['cut off half-way', film().subarray(0, 900)],
    ['without pictures', moovOf(box('mvhd', Buffer.alloc(100)))],
    ['of sound alone', moovOf(box('trak', box('mdia', box('hdlr', Buffer.alloc(8), 'soun', Buffer.alloc(12)))))],
    ['without its table of contents', Buffer.concat([box('ftyp', 'mp42'), box('mdat', Buffer.alloc(64))])],
    ['with a box longer than the file', Buffer.concat([film(), Buffer.from([0x7f, 0xff, 0xff, 0xff]), Buffer.from('free')])],
    ['with a box of no length', Buffer.concat([film(), Buffer.from([0, 0, 0, 4]), Buffer.from('free')])],
    ['of more boxes than any film has', moovOf(pictures, ...Array.from({ length: 6_000 }, () => box('free')))],
  ])('%s cannot be read', async (_, content) => {
    await expect(anonymised(content)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })
})
