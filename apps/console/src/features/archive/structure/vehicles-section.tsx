import { PlusOutlined } from '@ant-design/icons'
import type { VehicleRow } from '@yinuo/contracts'
import { Button, Checkbox, Table } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/community.ts'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { Panel } from '../../../elements/page.tsx'
import { useRenewArchive, useVehicles } from './queries.ts'
import { useToday } from './today.ts'
import { vehicleColumns } from './vehicle-columns.tsx'
import { VehicleDrawer } from './vehicle-drawer.tsx'

/** The vehicles of one home. */
export function VehiclesSection({ communityId, unitId }: { communityId: string; unitId: string }) {
  const mayEdit = useMay()('archive.edit')
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [past, setPast] = useState(false)
  const [edited, setEdited] = useState<VehicleRow | 'new' | null>(null)
  const query = useVehicles(communityId, past ? { unitId, past } : { unitId })
  const columns = vehicleColumns({ communityId, mayEdit, today, onEdit: setEdited, onChanged: renew })
  const add = mayEdit && (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      登记车辆
    </Button>
  )
  return (
    <Panel
      title="车辆"
      extra={
        <span>
          <Checkbox checked={past} onChange={(event) => setPast(event.target.checked)}>
            含已注销
          </Checkbox>
          {add}
        </span>
      }
    >
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title="没有登记车辆" hint="登记后可按车牌找到这一户。" />}
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
        <VehicleDrawer
          communityId={communityId}
          unitId={unitId}
          vehicle={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}
