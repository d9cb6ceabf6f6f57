import { PlusOutlined } from '@ant-design/icons'
import type { SpaceRow } from '@yinuo/contracts'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/community.ts'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { Panel } from '../../../elements/page.tsx'
import { useRenewArchive, useSpaces } from './queries.ts'
import { spaceColumns } from './space-columns.tsx'
import { SpaceDrawer } from './space-drawer.tsx'
import { useToday } from './today.ts'

/** The parking spaces of one home. */
export function SpacesSection({ communityId, unitId }: { communityId: string; unitId: string }) {
  const mayEdit = useMay()('archive.edit')
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [edited, setEdited] = useState<SpaceRow | 'new' | null>(null)
  const query = useSpaces(communityId, { unitId })
  const columns = spaceColumns({ communityId, mayEdit, today, onEdit: setEdited, onChanged: renew })
  const add = mayEdit && (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      登记车位
    </Button>
  )
  return (
    <Panel title="车位" extra={add}>
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title="没有登记车位" hint="登记产权或租用的车位和期限。" />}
      >
        <Table
          rowKey="id"
          size="small"
          dataSource={query.rows}
          columns={columns}
          pagination={false}
          scroll={{ x: 900 }}
          style={{ marginTop: 8 }}
        />
      </Listing>
      {edited && (
        <SpaceDrawer
          communityId={communityId}
          unitId={unitId}
          space={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}
