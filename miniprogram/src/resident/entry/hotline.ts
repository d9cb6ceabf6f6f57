import { platform } from '../../platform'

const keptAs = 'hotline'

/** The number of the community seen last: what to call when a code cannot be read. */
export function rememberHotline(hotline: string): void {
  platform.write(keptAs, hotline)
}

export function knownHotline(): string | null {
  return platform.read<string>(keptAs)
}
