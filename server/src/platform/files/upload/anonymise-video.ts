import { open, type FileHandle } from 'node:fs/promises'
import { ProblemError } from '../../http/index.ts'

interface Box {
  type: string
  start: number
  /** where its content begins */
  content: number
  end: number
}

/** Boxes that hold words about the film (place, device, author), not the film. */
const TELLING = new Set(['udta', 'meta', 'uuid'])
const FILM_TRACKS = new Set(['vide', 'soun'])
const MOST_BOXES = 5_000

/**
 * Takes out of an MP4 or MOV what tells where and with what it was filmed. The boxes become `free` in place, filled
 * with zeros, so that not one offset of the film moves and nothing is encoded anew.
 * @throws ProblemError FILE_UNREADABLE when boxes are cut off or there is no picture in it.
 */
export async function anonymiseVideo(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const walk = new Walk(file)
    const boxes = await walk.boxes(0, size)
    const has = (type: string) => boxes.some((box) => box.type === type)
    if (!has('moov') || !(has('mdat') || has('moof'))) throw new ProblemError('FILE_UNREADABLE')
    let pictures = 0
    for (const box of boxes) {
      if (TELLING.has(box.type)) await blank(file, box)
      if (box.type === 'moov') pictures += await anonymiseMovie(file, walk, box)
    }
    if (pictures === 0) throw new ProblemError('FILE_UNREADABLE')
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Returns the number of picture tracks. */
async function anonymiseMovie(file: FileHandle, walk: Walk, movie: Box): Promise<number> {
  let pictures = 0
  for (const box of await walk.boxes(movie.content, movie.end)) {
    if (TELLING.has(box.type)) await blank(file, box)
    if (box.type !== 'trak') continue
    const inside = await walk.boxes(box.content, box.end)
    const handler = await walk.handlerOf(inside.find((each) => each.type === 'mdia'))
    if (!FILM_TRACKS.has(handler)) await blank(file, box)
    else for (const each of inside) if (TELLING.has(each.type)) await blank(file, each)
    if (handler === 'vide') pictures++
  }
  return pictures
}

class Walk {
  readonly #file: FileHandle
  #seen = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  async boxes(start: number, end: number): Promise<Box[]> {
    const boxes: Box[] = []
    for (let at = start; at + 8 <= end;) {
      if (++this.#seen > MOST_BOXES) throw new ProblemError('FILE_UNREADABLE')
      const box = await this.#boxAt(at, end)
      boxes.push(box)
      at = box.end
    }
    return boxes
  }

  /** What a track is made of: `vide`, `soun`, or something else. */
  async handlerOf(media: Box | undefined): Promise<string> {
    if (!media) return ''
    const handler = (await this.boxes(media.content, media.end)).find((box) => box.type === 'hdlr')
    if (!handler || handler.end - handler.content < 12) return ''
    return (await this.#bytes(handler.content + 8, 4)).toString('latin1')
  }

  async #boxAt(start: number, end: number): Promise<Box> {
    const head = await this.#bytes(start, 8)
    const isLong = head.readUInt32BE(0) === 1
    const header = isLong ? 16 : 8
    const stated = isLong ? Number((await this.#bytes(start + 8, 8)).readBigUInt64BE(0)) : head.readUInt32BE(0)
    const size = stated === 0 ? end - start : stated
    if (size < header || start + size > end) throw new ProblemError('FILE_UNREADABLE')
    return { type: head.toString('latin1', 4, 8), start, content: start + header, end: start + size }
  }

  async #bytes(at: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, at)
    if (bytesRead < length) throw new ProblemError('FILE_UNREADABLE')
    return buffer
  }
}

async function blank(file: FileHandle, box: Box): Promise<void> {
  await file.write('free', box.start + 4, 'latin1')
  const zeros = Buffer.alloc(64 * 1024)
  for (let at = box.content; at < box.end; at += zeros.length) {
    await file.write(zeros, 0, Math.min(zeros.length, box.end - at), at)
  }
}
