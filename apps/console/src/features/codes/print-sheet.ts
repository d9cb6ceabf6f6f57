import { call } from '../../app/call.ts'

/** Opens the sheet to print in a tab of its own. The tab is opened at once: a later one would be taken for an advertisement. */
export async function printSheet(communityId: string, codeIds: string[]): Promise<void> {
  const tab = window.open('', '_blank')
  try {
    const sheet = await call('POST /communities/{communityId}/code-sheets', { path: { communityId }, body: { codeIds } })
    const url = URL.createObjectURL(sheet as Blob)
    if (tab) tab.location.href = url
    else location.assign(url)
  } catch (failure) {
    tab?.close()
    throw failure
  }
}
