const A_WHILE = 5 * 60_000

/** Whether the time is said above an entry: above the first, and after a pause. */
export function saysTime(entries: readonly { at: string }[], at: number): boolean {
  const before = entries[at - 1]
  return !before || Date.parse(entries[at]!.at) - Date.parse(before.at) > A_WHILE
}
