import { DownOutlined } from '@ant-design/icons'
import { propertyTypes } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../call.ts'
import { useCommunities, useCommunity, usePostsHere } from '../community.ts'
import styles from './shell.module.css'

export function CommunitySwitcher() {
  const here = useCommunity()
  const communities = useCommunities()
  const posts = usePostsHere()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const summaries = useQuery({
    queryKey: ['communities'],
    queryFn: () => call('GET /communities'),
    enabled: open,
    staleTime: 30_000,
  })
  const about = (communityId: string) => {
    const summary = summaries.data?.find(({ id }) => id === communityId)
    if (!summary) return ''
    const late = summary.lateRepairs ? `，${summary.lateRepairs} 件超时` : ''
    return `未结 ${summary.openRepairs} 件${late}`
  }

  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{
        selectedKeys: [here.communityId],
        onClick: ({ key }) => navigate(`/c/${key}`),
        items: communities.map(({ communityId, name, propertyType }) => ({
          key: communityId,
          label: (
            <div style={{ minWidth: 220, padding: '4px 0' }}>
              <div style={{ fontWeight: 600 }}>{name}</div>
              <small style={{ color: 'var(--secondary)', fontSize: 13 }}>
                {propertyTypes[propertyType]} {about(communityId) && `· ${about(communityId)}`}
              </small>
            </div>
          ),
        })),
      }}
    >
      <button type="button" className={styles['community']} aria-label={`切换小区，当前 ${here.name}`}>
        {here.name} <small>{posts[0]?.name}</small> <DownOutlined style={{ fontSize: 11 }} />
      </button>
    </Dropdown>
  )
}
