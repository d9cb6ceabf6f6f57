import type { Region } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Popconfirm, Space, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import styles from './communities.module.css'
import { allCommunities, useRegions } from './queries.ts'

/** Regions group communities, for the list and for posts that reach over a region. */
export function RegionsDrawer({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const regions = useRegions()
  const [name, setName] = useState('')
  const renew = () => {
    void queries.invalidateQueries({ queryKey: ['regions'] })
    void queries.invalidateQueries({ queryKey: allCommunities })
  }
  const adding = useSubmit(
    (wanted: string, idempotencyKey) => call('POST /regions', { body: { name: wanted }, idempotencyKey }),
    () => {
      setName('')
      renew()
    },
  )
  const add = () => name.trim() && void adding.submit(name.trim())
  return (
    <Drawer open onClose={onClose} size={420} title="管理区域">
      <Listing
        query={regions}
        count={regions.data?.length ?? 0}
        empty={<EmptyPlace title="还没有区域" hint="小区多了再划分区域，员工可以按区域任职。" />}
      >
        <ul className={styles['regions']}>
          {regions.data?.map((region) => (
            <Line key={region.id} region={region} onDone={renew} />
          ))}
        </ul>
      </Listing>
      <Refusal failure={adding.failure} />
      <Space.Compact block>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={add}
          placeholder="新区域名称"
          aria-label="新区域名称"
          maxLength={40}
        />
        <Button type="primary" loading={adding.busy} disabled={!name.trim()} onClick={add}>
          添加
        </Button>
      </Space.Compact>
    </Drawer>
  )
}

function Line({ region, onDone }: { region: Region; onDone: () => void }) {
  const path = { id: region.id }
  const { version } = region
  const renaming = useSubmit((name: string) => call('PUT /regions/{id}', { path, body: { name, version } }), onDone)
  const removing = useSubmit((_: string) => call('POST /regions/{id}/remove', { path, body: { version } }), onDone)
  return (
    <>
      <li>
        <Typography.Text
          style={{ flex: 1 }}
          editable={{
            maxLength: 40,
            tooltip: '改名',
            onChange: (typed) => typed.trim() && typed.trim() !== region.name && void renaming.submit(typed.trim()),
          }}
        >
          {region.name}
        </Typography.Text>
        <small>{region.communities} 个小区</small>
        <Popconfirm title={`删除区域“${region.name}”？`} okText="删除" onConfirm={() => removing.submit(region.id)}>
          <Button type="link" size="small" danger loading={removing.busy} disabled={region.communities > 0}>
            删除
          </Button>
        </Popconfirm>
      </li>
      <Refusal failure={renaming.failure ?? removing.failure} onReload={onDone} />
    </>
  )
}
