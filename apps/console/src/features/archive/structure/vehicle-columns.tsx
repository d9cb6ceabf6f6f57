import { vehicleKinds } from '@yinuo/contracts'
import type { VehicleRow } from '@yinuo/contracts'
import { Button } from 'antd'
import type { TableColumnsType } from 'antd'
import { call } from '../../../app/call.ts'
import { StateTag } from '../../../elements/tag.tsx'
import { EndButton } from './end-button.tsx'

interface VehicleActions {
  communityId: string
  mayEdit: boolean
  today: string
  onEdit: (vehicle: VehicleRow) => void
  onChanged: () => void
}

/** The columns of vehicles, the same in the list and on a household's page. */
export function vehicleColumns({ communityId, mayEdit, today, onEdit, onChanged }: VehicleActions): TableColumnsType<VehicleRow> {
  const isPast = ({ validUntil }: VehicleRow) => validUntil !== null && validUntil < today
  return [
    { title: '车牌', width: 130, render: (_, { plate }) => <strong style={{ fontWeight: 600 }}>{plate}</strong> },
    { title: '类型', width: 110, render: (_, { kind }) => vehicleKinds[kind] },
    { title: '说明', render: (_, { description }) => description || '—' },
    { title: '使用人', width: 100, render: (_, { residentName }) => residentName ?? '—' },
    { title: '车位', width: 120, render: (_, { spaceLabel }) => spaceLabel ?? '—' },
    {
      title: '期限',
      width: 200,
      render: (_, vehicle) =>
        isPast(vehicle) ? (
          <StateTag tone="done">已注销</StateTag>
        ) : (
          `${vehicle.validFrom} 起${vehicle.validUntil ? `，至 ${vehicle.validUntil}` : ''}`
        ),
    },
    ...(mayEdit
      ? [
          {
            title: '',
            width: 130,
            align: 'right' as const,
            render: (_: unknown, vehicle: VehicleRow) =>
              !isPast(vehicle) && (
                <>
                  <Button type="link" size="small" onClick={() => onEdit(vehicle)}>
                    编辑
                  </Button>
                  <EndButton
                    word="注销"
                    question={`注销 ${vehicle.plate}？`}
                    consequence={`它不再属于${vehicle.unitLabel}，车牌可以重新登记；记录会保留。`}
                    work={() =>
                      call('POST /communities/{communityId}/vehicles/{id}/end', {
                        path: { communityId, id: vehicle.id },
                        body: { version: vehicle.version },
                      })
                    }
                    onDone={onChanged}
                  />
                </>
              ),
          },
        ]
      : []),
  ]
}
