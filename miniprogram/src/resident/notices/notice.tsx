import { noticeCategories } from '@yinuo/contracts'
import type { BoardNotice } from '@yinuo/contracts'
import { useEffect, useState } from 'react'
import { FileStrip } from '../../cases/file-strip.tsx'
import { Text, useRouter, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, refreshMe } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidTime } from '../../words/time.ts'
import { NoticeText } from './notice-text.tsx'

/** One notice; opened is read. */
export function NoticeScreen() {
  const { params } = useRouter()
  const id = params['id'] ?? ''
  const notice = useRemote(() => call('GET /me/notices/{id}', { path: { id } }), [id], { keptAs: `notice.${id}` })
  const isNew = notice.value?.unread && !notice.stale
  useEffect(() => {
    if (isNew) call('POST /me/notices/{id}/read', { path: { id } }).then(refreshMe, () => undefined)
  }, [id, isNew])
  return (
    <Screen>
      <Shown of={notice}>{(shown) => (shown.withdrawn ? <Withdrawn notice={shown} /> : <Notice notice={shown} />)}</Shown>
    </Screen>
  )
}

function Withdrawn({ notice }: { notice: BoardNotice }) {
  return <Empty icon="warning" title={`“${notice.title}”已撤回`} text={notice.withdrawnBecause ?? ''} />
}

function Notice({ notice }: { notice: BoardNotice }) {
  const now = useNow(60)
  const [older, setOlder] = useState(false)
  const [current, ...before] = notice.editions
  return (
    <>
      <Card>
        <Text className="board__title">{notice.title}</Text>
        <Text className="board__about">
          {[notice.communityName, noticeCategories[notice.category], saidTime(notice.publishedAt, now)].join(' · ')}
        </Text>
        {notice.corrected && current && (
          <View className="notice">
            <Text>
              {saidTime(current.publishedAt, now)} 更正：{current.note}
            </Text>
          </View>
        )}
        <NoticeText body={notice.body} />
        <FileStrip files={notice.files} />
      </Card>
      {before.length > 0 && !older && <ActionButton text="查看更正前的内容" kind="quiet" onTap={() => setOlder(true)} />}
      {older &&
        before.map((edition) => (
          <Card key={edition.number} title={`第 ${edition.number} 版（已更正）`} note={saidTime(edition.publishedAt, now)}>
            <Text className="board__heading">{edition.title}</Text>
            <NoticeText body={edition.body} />
            <FileStrip files={edition.files} />
          </Card>
        ))}
    </>
  )
}
