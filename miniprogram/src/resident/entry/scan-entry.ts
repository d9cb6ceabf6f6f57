import { openPage, platform } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'

/** Scans a code and opens where it leads. */
export async function scanEntry(): Promise<void> {
  try {
    const page = await platform.scan()
    if (page) openPage(page)
  } catch (failure) {
    platform.tell(sentenceOf(failure) || '这个二维码不是本系统的。')
  }
}
