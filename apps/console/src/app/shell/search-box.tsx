import {
  FileTextOutlined,
  FrownOutlined,
  HomeOutlined,
  NotificationOutlined,
  SearchOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { SearchHit } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { RetryNote } from '../../elements/listing.tsx'
import { useSettled } from '../../elements/settled.ts'
import { callUntil } from '../call.ts'
import { useCommunities, useCommunity } from '../community.ts'
import styles from './shell.module.css'
import { modifierKey, useShortcut } from './shortcut.ts'

const icons = {
  unit: <HomeOutlined />,
  repair: <FileTextOutlined />,
  complaint: <FrownOutlined />,
  notice: <NotificationOutlined />,
  staff: <UserOutlined />,
}

/** ⌘K: people, units, cases and notices from one box. */
export function SearchBox() {
  const [open, setOpen] = useState(false)
  useShortcut('k', () => setOpen(true))
  return (
    <>
      <button type="button" className={styles['search']} onClick={() => setOpen(true)}>
        <SearchOutlined />
        <span>搜索工单、投诉、公告、房号、人员</span>
        <kbd>{modifierKey} K</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        destroyOnHidden
        width={600}
        style={{ top: 88 }}
        title={null}
      >
        <Hits onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Hits({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate()
  const here = useCommunity()
  const communities = useCommunities()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const query = useDeferredValue(useSettled(typed.trim(), 180))
  const found = useQuery({
    queryKey: ['search', query],
    queryFn: ({ signal }) => callUntil(signal)('GET /search', { query: { query } }),
    enabled: query.length > 0,
    placeholderData: (before) => before,
  })
  const hits = query ? (found.data ?? []) : []
  useEffect(() => setAt(0), [query])

  const open = (hit: SearchHit) => {
    const communityId = hit.communityId ?? here.communityId
    const page = {
      repair: `repairs/${hit.id}`,
      complaint: `complaints/${hit.id}`,
      notice: `notices/${hit.id}`,
      unit: `archive/${hit.id}`,
      staff: `people?query=${encodeURIComponent(hit.title)}`,
    }[hit.kind]
    navigate(`/c/${communityId}/${page}`)
    onDone()
  }
  const steer = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((now) => Math.max(0, Math.min(hits.length - 1, now + step)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && hits[at]) {
      open(hits[at])
    }
  }

  return (
    <div onKeyDown={steer}>
      <Input
        size="large"
        prefix={<SearchOutlined />}
        placeholder="编号、内容、公告标题、房号、姓名或手机号"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoFocus
        allowClear
        aria-label="搜索"
      />
      <div role="listbox" aria-label="搜索结果" style={{ marginTop: 12, maxHeight: 420, overflow: 'auto' }}>
        {found.isError && <RetryNote query={found} />}
        {!query && <p style={{ padding: 12, color: 'var(--secondary)' }}>输入后即时查找。↑ ↓ 选择，回车打开。</p>}
        {query && !found.isPending && hits.length === 0 && (
          <p style={{ padding: 12, color: 'var(--secondary)' }}>
            没有找到“{query}”。换一个说法，或输入房号的一部分，如“3-2-601”。
          </p>
        )}
        {hits.map((hit, index) => (
          <div
            key={`${hit.kind}${hit.id}`}
            role="option"
            aria-selected={index === at}
            className={styles['hit']}
            onMouseEnter={() => setAt(index)}
            onClick={() => open(hit)}
          >
            {icons[hit.kind]}
            <div>
              {hit.title}
              <small>{hit.subtitle}</small>
            </div>
            {hit.communityId && hit.communityId !== here.communityId && (
              <small>{communities.find(({ communityId }) => communityId === hit.communityId)?.name}</small>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
