import { codesOf, unitStates, unitUses } from '@yinuo/contracts'
import type { UnitCell } from '@yinuo/contracts'
import { StateTag } from '../../../elements/tag.tsx'
import { floorsOf, floorWord } from './floors.ts'
import styles from './structure.module.css'
import { stateMarks } from './unit-state.tsx'

interface FloorGridProps {
  units: UnitCell[]
  entrance: string
  onOpen: (unit: UnitCell) => void
}

/** The units of an entrance as the house stands, each with its state by colour, icon and name. */
export function FloorGrid({ units, entrance, onOpen }: FloorGridProps) {
  const floors = floorsOf(units, entrance)
  const shown = floors.flatMap((floor) => floor.units)
  return (
    <>
      <div className={styles['legend']} aria-label="图例">
        {codesOf(unitStates).map((state) => (
          <StateTag key={state} tone={stateMarks[state].tone} icon={stateMarks[state].icon}>
            {unitStates[state]} {shown.filter((unit) => unit.state === state).length}
          </StateTag>
        ))}
      </div>
      <div className={styles['floors']}>
        {floors.map(({ floor, units: onFloor }) => (
          <section key={floor} className={styles['floor']}>
            <h3>{floorWord(floor)}</h3>
            {onFloor.map((unit) => (
              <button
                key={unit.id}
                type="button"
                className={styles['unit']}
                data-tone={stateMarks[unit.state].tone}
                title={wordsOf(unit)}
                aria-label={wordsOf(unit)}
                onClick={() => onOpen(unit)}
              >
                {stateMarks[unit.state].icon}
                {unit.number}
              </button>
            ))}
          </section>
        ))}
      </div>
    </>
  )
}

function wordsOf({ label, use, state, areaSquareMetres, residents }: UnitCell): string {
  const lived = residents > 0 ? `${residents} 位住户` : '没有登记住户'
  return `${label}，${unitUses[use]}，${unitStates[state]}，${areaSquareMetres.toFixed(2)} ㎡，${lived}`
}
