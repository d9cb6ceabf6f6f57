import sharp from 'sharp'
import { passes } from './planted-words.ts'
import type { Verdict } from './planted-words.ts'

/**
 * A picture of one pure colour plants its verdict: red is risky, yellow goes to review. A colour survives
 * re-encoding and the loss of EXIF, which words hidden in a file would not.
 */
export async function verdictOnPicture(bytes: Buffer): Promise<Verdict> {
  const { channels } = await sharp(bytes).flatten().toColourspace('srgb').stats()
  const [red, green, blue] = channels
  if (!red || !green || !blue || Math.max(red.stdev, green.stdev, blue.stdev) > 12) return passes
  if (red.mean > 200 && blue.mean < 60 && green.mean < 60) return { suggest: 'risky', label: 20006, keyword: null }
  if (red.mean > 200 && blue.mean < 60 && green.mean > 200) return { suggest: 'review', label: 21000, keyword: null }
  return passes
}
