import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import type { BuildingRow } from '@yinuo/contracts'
import { App, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../app/call.ts'
import { sentenceOf } from '../../../elements/refusal.tsx'
import { moved } from './floors.ts'
import { useRenewArchive } from './queries.ts'
import styles from './structure.module.css'

interface BuildingListProps {
  communityId: string
  buildings: BuildingRow[]
  chosen: string | undefined
  mayEdit: boolean
  onChoose: (id: string) => void
}

export function BuildingList({ communityId, buildings, chosen, mayEdit, onChoose }: BuildingListProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const [busy, setBusy] = useState(false)
  const move = async (at: number, by: -1 | 1) => {
    setBusy(true)
    try {
      const buildingIds = moved(buildings, at, by).map(({ id }) => id)
      await call('PUT /communities/{communityId}/building-order', { path: { communityId }, body: { buildingIds } })
    } catch (refused) {
      message.error(sentenceOf(refused))
    } finally {
      renew()
      setBusy(false)
    }
  }
  return (
    <ul className={styles['buildings']} aria-label="楼栋">
      {buildings.map((building, at) => (
        <li key={building.id} className={styles['building']} data-chosen={building.id === chosen}>
          <button
            type="button"
            className={styles['choose']}
            aria-current={building.id === chosen}
            onClick={() => onChoose(building.id)}
          >
            <b>{building.name}</b>
            <span>
              {building.units} 套{building.entrances.length > 1 && ` · ${building.entrances.length} 个单元`}
              {building.states.vacant > 0 && ` · 空置 ${building.states.vacant}`}
            </span>
          </button>
          {mayEdit && building.id === chosen && (
            <>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={`${building.name}上移`}
                disabled={busy || at === 0}
                onClick={() => move(at, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={`${building.name}下移`}
                disabled={busy || at === buildings.length - 1}
                onClick={() => move(at, 1)}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
