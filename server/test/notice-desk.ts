import type { NoticeAudience, NoticeDraft, NoticeView } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'

export const WHOLE: NoticeAudience = { whole: true, buildingIds: [], entrances: [], unitIds: [], roles: [] }

export const draftOf = (more: Partial<NoticeDraft> = {}): NoticeDraft => ({
  category: 'affairs',
  title: '温馨提示',
  body: '# 时间\n- 本周六上午',
  fileIds: [],
  audience: WHOLE,
  urgent: false,
  ...more,
})

/** Writes a notice, has somebody else approve it, and sends it out. */
export async function publish(
  app: TestApp,
  writer: Person,
  approver: Person,
  communityId: string,
  more: Partial<NoticeDraft> = {},
): Promise<NoticeView> {
  const here = `/communities/${communityId}/notices`
  let notice = (await writer.post(here, draftOf(more))).body as NoticeView
  for (const [person, step] of [
    [writer, 'submit'],
    [approver, 'approve'],
    [writer, 'publish'],
  ] as const) {
    const answer = await person.post(`${here}/${notice.id}/${step}`, { version: notice.version })
    if (answer.status !== 200) throw new Error(`the notice could not be published: ${answer.text}`)
    notice = answer.body as NoticeView
  }
  await app.deliver()
  return notice
}
