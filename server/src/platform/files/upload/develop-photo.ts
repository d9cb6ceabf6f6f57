import { join } from 'node:path'
import sharp from 'sharp'
import { ProblemError } from '../../http/index.ts'

/** 8160 × 6120 and a little more: what a phone's camera gives, and less than what fills the memory. */
const MOST_PIXELS = 51_000_000
const LONGEST_SIDE = 4096
const THUMBNAIL_SIDE = 480

// Caching pays for servers that draw the same picture again; here it only holds memory.
sharp.cache(false)

const inside = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const

/**
 * Draws the photo anew: upright, without EXIF, GPS or anything that hid behind the picture; and a small one beside it.
 * @throws ProblemError FILE_UNREADABLE, or FILE_TOO_LARGE for more pixels than a camera makes.
 */
export async function developPhoto(path: string, folder: string): Promise<{ photo: string; thumbnail: string }> {
  const photo = join(folder, 'photo.jpg')
  const thumbnail = join(folder, 'thumbnail.webp')
  try {
    const received = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    const { format, width, height, hasAlpha } = await received.metadata()
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp') throw new ProblemError('FILE_TYPE_NOT_ALLOWED')
    const upright = received.autoOrient()
    if (Math.max(width, height) > LONGEST_SIDE) upright.resize(inside(LONGEST_SIDE))
    if (hasAlpha) upright.flatten({ background: '#ffffff' })
    await upright.jpeg({ quality: 85 }).timeout({ seconds: 30 }).toFile(photo)
    await sharp(photo).resize(inside(THUMBNAIL_SIDE)).webp({ quality: 75 }).toFile(thumbnail)
    return { photo, thumbnail }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError(/pixel limit/i.test((error as Error).message) ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE')
  }
}
