import { clockNames, codesOf, urgencies } from '@yinuo/contracts'
import type { RepairFigures, Urgency } from '@yinuo/contracts'
import { Checkbox, InputNumber, Switch } from 'antd'
import { figureNames, figureWords } from './figure-words.ts'
import type { FigureName } from './figure-words.ts'
import { MinutesField } from './minutes-field.tsx'
import styles from './standards.module.css'

interface FigureFieldsProps {
  figures: RepairFigures
  onChange: (figures: RepairFigures) => void
}

/** All figures of a standard, each editable in its own way. */
export function FigureFields({ figures, onChange }: FigureFieldsProps) {
  const set = (fields: Partial<RepairFigures>) => onChange({ ...figures, ...fields })
  return (
    <div>
      {figureNames.map((name) => (
        <div key={name} className={styles['row']}>
          <div>
            <strong style={{ fontWeight: 600 }}>{figureWords[name].word}</strong>{' '}
            <span className={styles['meaning']}>{figureWords[name].meaning}</span>
          </div>
          <Field name={name} figures={figures} set={set} />
        </div>
      ))}
    </div>
  )
}

function Field({
  name,
  figures,
  set,
}: {
  name: FigureName
  figures: RepairFigures
  set: (fields: Partial<RepairFigures>) => void
}) {
  const { word } = figureWords[name]
  switch (name) {
    case 'respondWithinMinutes':
    case 'resolveWithinMinutes':
      return (
        <div className={styles['minutes']}>
          {(Object.keys(urgencies) as Urgency[]).map((urgency) => (
            <span key={urgency}>
              {urgencies[urgency]}
              <MinutesField
                // A chosen preset brings other units: a new field picks them anew.
                key={String(figures[name][urgency] === null)}
                label={`${word}（${urgencies[urgency]}）`}
                value={figures[name][urgency]}
                onChange={(minutes) => set({ [name]: { ...figures[name], [urgency]: minutes } })}
              />
            </span>
          ))}
        </div>
      )
    case 'answerWithinMinutes':
      return (
        <MinutesField
          label={word}
          value={figures.answerWithinMinutes}
          onChange={(minutes) => set({ answerWithinMinutes: minutes })}
        />
      )
    case 'progressEveryMinutes':
    case 'confirmWithinMinutes':
      return (
        <MinutesField
          label={word}
          mayBeNone={false}
          value={figures[name]}
          onChange={(minutes) => minutes && set({ [name]: minutes })}
        />
      )
    case 'smallRepairsSameDay':
      return (
        <Switch
          checked={figures.smallRepairsSameDay}
          onChange={(checked) => set({ smallRepairsSameDay: checked })}
          checkedChildren="承诺"
          unCheckedChildren="不承诺"
          aria-label={word}
        />
      )
    case 'workingHoursOnly':
      return (
        <Checkbox.Group
          value={[...figures.workingHoursOnly]}
          onChange={(clocks) => set({ workingHoursOnly: clocks })}
          options={codesOf(clockNames).map((value) => ({ value, label: clockNames[value] }))}
        />
      )
    case 'warnAtPercent':
    case 'escalateEveryPercent':
      return (
        <InputNumber
          min={1}
          max={name === 'warnAtPercent' ? 100 : 1000}
          precision={0}
          suffix="%"
          value={figures[name]}
          onChange={(percent) => percent && set({ [name]: percent })}
          aria-label={word}
        />
      )
  }
}
