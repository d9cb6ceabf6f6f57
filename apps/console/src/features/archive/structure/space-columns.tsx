import { spaceTenures } from '@yinuo/contracts'
import type { SpaceRow } from '@yinuo/contracts'
import { Button } from 'antd'
import type { TableColumnsType } from 'antd'
import { call } from '../../../app/call.ts'
import { StateTag } from '../../../elements/tag.tsx'
import { EndButton } from './end-button.tsx'

interface SpaceActions {
  communityId: string
  mayEdit: boolean
  today: string
  onEdit: (space: SpaceRow) => void
  onChanged: () => void
}

/** The columns of parking spaces, the same in the list and on a household's page. */
export function spaceColumns({ communityId, mayEdit, today, onEdit, onChanged }: SpaceActions): TableColumnsType<SpaceRow> {
  return [
    {
      title: '车位号',
      width: 150,
      render: (_, { zone, number }) => <strong style={{ fontWeight: 600 }}>{`${zone}${number}`}</strong>,
    },
    { title: '性质', width: 80, render: (_, { tenure }) => spaceTenures[tenure] },
    {
      title: '面积',
      width: 100,
      align: 'right',
      render: (_, { areaSquareMetres: area }) => (area ? `${area.toFixed(2)} ㎡` : '—'),
    },
    {
      title: '期限',
      width: 220,
      render: (_, { validFrom, validUntil }) => {
        if (validUntil && validUntil < today) return <StateTag tone="soon">{`${validUntil} 已到期`}</StateTag>
        return [validFrom && `${validFrom} 起`, validUntil && `至 ${validUntil}`].filter(Boolean).join('，') || '长期'
      },
    },
    { title: '停放车辆', render: (_, { vehicles }) => vehicles.map(({ plate }) => plate).join('、') || '—' },
    { title: '备注', render: (_, { note }) => note || '—' },
    ...(mayEdit
      ? [
          {
            title: '',
            width: 130,
            align: 'right' as const,
            render: (_: unknown, space: SpaceRow) => (
              <>
                <Button type="link" size="small" onClick={() => onEdit(space)}>
                  编辑
                </Button>
                <EndButton
                  word="停用"
                  question={`停用车位 ${space.zone}${space.number}？`}
                  consequence="停用后不再列出，车位号可以重新登记；记录会保留。"
                  work={() =>
                    call('POST /communities/{communityId}/parking-spaces/{id}/withdraw', {
                      path: { communityId, id: space.id },
                      body: { version: space.version },
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
