import { areasOfWork, certificates } from '@yinuo/contracts'
import type { MyPost } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { partsOf, scopeWords } from './post-parts.ts'

/** What I am here for: my posts, how far each reaches, and what its description says. */
export function MyPostsScreen() {
  const posts = useRemote(() => call('GET /me/posts'), [])
  return (
    <Screen>
      <Shown of={posts}>
        {(mine) =>
          mine.length === 0 ? (
            <Empty icon="user" title="还没有岗位" text="请联系项目经理在后台安排岗位。" />
          ) : (
            <>
              {mine.map((post) => (
                <Post key={`${post.postId} ${scopeWords(post)}`} post={post} opened={mine.length === 1} />
              ))}
            </>
          )
        }
      </Shown>
    </Screen>
  )
}

function Post({ post, opened }: { post: MyPost; opened: boolean }) {
  const [open, setOpen] = useState(opened)
  const { description } = post
  const answersFor = description.answersFor.map((area) => areasOfWork[area]).join('、')
  const needed = description.certificates.map((each) => certificates[each]).join('、')
  return (
    <Card title={post.postName} note={scopeWords(post)}>
      {description.duties && <Text className="post__duties">{description.duties}</Text>}
      {answersFor && <Part title="负责的工作" lines={[answersFor]} />}
      {open && partsOf(description).map(({ title, lines }) => <Part key={title} title={title} lines={lines} />)}
      {open && needed && <Part title="需要的证书" lines={[needed]} />}
      <ActionButton text={open ? '收起' : '看岗位说明书'} kind="quiet" onTap={() => setOpen(!open)} />
    </Card>
  )
}

function Part({ title, lines }: { title: string; lines: string[] }) {
  return (
    <View className="post__part">
      <Text className="post__title">{title}</Text>
      {lines.map((line) => (
        <Text key={line} className="post__line">
          {line}
        </Text>
      ))}
    </View>
  )
}
