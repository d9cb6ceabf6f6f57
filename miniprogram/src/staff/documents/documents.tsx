import { permissionsIn } from '@yinuo/api-client'
import type { DocumentRow, Me } from '@yinuo/contracts'
import { useEffect, useState } from 'react'
import { View } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { useRemote } from '../../session/remote.ts'
import { call, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { DocumentCard } from './document-card.tsx'

/** The documents of a community I work in, as far as my posts open them. */
export function DocumentsScreen() {
  const me = useRemote(refreshMe, [])
  const known = useStore(session).me
  const readable = readableIn(known)
  const [chosen, setChosen] = useState<string | null>(null)
  const communityId = readable.find((each) => each.communityId === chosen)?.communityId ?? readable[0]?.communityId
  return (
    <Screen>
      <Shown of={me}>
        {() =>
          communityId ? (
            <>
              {readable.length > 1 && (
                <Choices
                  of={readable.map(({ communityId: value, name }) => ({ value, text: name }))}
                  chosen={communityId}
                  onChoose={setChosen}
                />
              )}
              <Documents key={communityId} communityId={communityId} />
            </>
          ) : (
            <Empty icon="shield" title="没有查阅权限" text="您的岗位不能查阅文件档案，请联系项目经理。" />
          )
        }
      </Shown>
    </Screen>
  )
}

/** The communities in which one of my posts lets me read documents. */
export const readableIn = (me: Me | null) =>
  me?.staff?.communities.filter(({ communityId }) => permissionsIn(me, communityId).includes('documents.read')) ?? []

const ALL = 'all'

function Documents({ communityId }: { communityId: string }) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 400)
  const [categoryId, setCategoryId] = useState(ALL)
  const categories = useRemote(
    () => call('GET /communities/{communityId}/document-categories', { path: { communityId } }),
    [communityId],
  )
  const list = usePaged<DocumentRow>(
    (cursor) =>
      call('GET /communities/{communityId}/documents', {
        path: { communityId },
        query: { query: text, categoryId: categoryId === ALL ? null : categoryId, cursor },
      }),
    [communityId, text, categoryId],
  )
  const filled = categories.value?.items.filter(({ parentId, documents }) => !parentId && documents > 0) ?? []
  return (
    <>
      <View className="papers__find">
        <TextField label="搜索" value={typed} onChange={setTyped} hint="标题、编号、标签或正文" most={60} />
        {filled.length > 1 && (
          <Choices
            of={[{ value: ALL, text: '全部' }, ...filled.map(({ id, name }) => ({ value: id, text: name }))]}
            chosen={categoryId}
            onChoose={setCategoryId}
          />
        )}
      </View>
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length > 0 ? (
            <View>
              {list.items.map((document) => (
                <DocumentCard key={document.id} communityId={communityId} document={document} />
              ))}
              {list.more && (
                <ActionButton
                  text={list.moreFailed ? '没有加载出来，再试一次' : '加载更多'}
                  kind="quiet"
                  busy={list.loadingMore}
                  onTap={() => void list.loadMore()}
                />
              )}
            </View>
          ) : (
            <Empty
              icon="box"
              title={text ? `没有找到“${text}”` : '这里还没有文件'}
              text={text ? '换一个说法再试。' : '项目经理在后台归档后，会出现在这里。'}
            />
          )
        }
      </Shown>
    </>
  )
}

/** What is typed, once the typing has paused. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
