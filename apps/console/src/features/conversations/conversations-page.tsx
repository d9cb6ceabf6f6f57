import { SearchOutlined } from '@ant-design/icons'
import { conversationPiles } from '@yinuo/contracts'
import type { ConversationPile } from '@yinuo/contracts'
import { Button, Empty, Input, Segmented } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { Listing } from '../../elements/listing.tsx'
import { Page } from '../../elements/page.tsx'
import { ConversationItem } from './conversation-item.tsx'
import styles from './conversations.module.css'
import { useConversationLine, useConversationNumbers, useConversations } from './queries.ts'
import { QuickRepliesDrawer } from './quick-replies-drawer.tsx'
import { Talk } from './talk.tsx'

/** The front desk: the piles on the left, the talk on the right. */
export function ConversationsPage() {
  const { communityId } = useCommunity()
  const { id } = useParams()
  const navigate = useNavigate()
  const [pile, setPile] = useState<ConversationPile>('all')
  const [typed, setTyped] = useState('')
  const [wording, setWording] = useState(false)
  const query = useDeferredValue(typed.trim())
  const list = useConversations(communityId, pile, query)
  const numbers = useConversationNumbers(communityId).data
  useConversationLine(communityId)
  const counts: Partial<Record<ConversationPile, number>> = { mine: numbers?.mine, free: numbers?.free, all: numbers?.open }
  const options = Object.entries(conversationPiles).map(([value, label]) => {
    const count = counts[value as ConversationPile]
    return { value, label: count ? `${label} ${count}` : label }
  })
  return (
    <Page
      title="在线客服"
      about={aboutOf(numbers?.waiting ?? 0, numbers?.late ?? 0)}
      actions={<Button onClick={() => setWording(true)}>快捷回复</Button>}
    >
      <div className={styles['desk']}>
        <section className={styles['piles']} aria-label="会话">
          <div className={styles['filters']}>
            <Segmented
              block
              size="small"
              options={options}
              value={pile}
              onChange={(value) => setPile(value as ConversationPile)}
            />
            <Input
              allowClear
              prefix={<SearchOutlined />}
              placeholder="房号、姓名、编号"
              aria-label="搜索会话"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <div className={styles['list']}>
            <Listing
              query={list}
              count={list.rows.length}
              empty={
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description={query ? '没有找到这样的会话' : '住户在小程序“在线客服”里的留言会出现在这里'}
                />
              }
            >
              {list.rows.map((row) => (
                <ConversationItem
                  key={row.id}
                  row={row}
                  chosen={row.id === id}
                  onOpen={() => navigate(`/c/${communityId}/conversations/${row.id}`)}
                />
              ))}
            </Listing>
          </div>
        </section>
        {id ? (
          <Talk key={id} communityId={communityId} id={id} />
        ) : (
          <div className={styles['nothing']}>
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="从左边选一个会话" />
          </div>
        )}
      </div>
      {wording && <QuickRepliesDrawer communityId={communityId} onClose={() => setWording(false)} />}
    </Page>
  )
}

function aboutOf(waiting: number, late: number): string {
  if (waiting === 0) return '没有住户在等回复'
  return `${waiting} 位住户在等回复${late > 0 ? `，其中 ${late} 位已超时` : ''}`
}
