import { unitStates, unitUses } from '@yinuo/contracts'
import type { Household } from '@yinuo/contracts'
import styles from './household.module.css'

/** What the unit is, and how much touches it. */
export function HouseholdHead({ household }: { household: Household }) {
  const { counts } = household
  const facts = [
    ['楼栋', [household.buildingName, household.entrance].filter(Boolean).join(' ')],
    ['楼层', `${household.floor} 层`],
    ['用途', unitUses[household.use]],
    ['状态', unitStates[household.state]],
    ['面积', `${household.areaSquareMetres.toFixed(2)} ㎡`],
    ['交付', household.deliveredOn ?? '未登记'],
    ['在住', `${counts.here} 人`],
    ['车辆 / 车位', `${counts.vehicles} / ${counts.spaces}`],
    ['工单', `未结 ${counts.openCases} · 已结 ${counts.closedCases}`],
  ]
  return (
    <dl className={styles['facts']} aria-label="房屋概况">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
