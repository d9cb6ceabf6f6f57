import { clockNames, codesOf, urgencies } from '@yinuo/contracts'
import type { ClockName, StandardFigures, Urgency } from '@yinuo/contracts'
import { Checkbox, InputNumber, Switch } from 'antd'
import { figureOf, figures, figureSections } from './figure-words.ts'
import type { Figure, FigureSection, FigureValue } from './figure-words.ts'
import { MinutesField } from './minutes-field.tsx'
import styles from './standards.module.css'

interface FigureFieldsProps {
  wanted: StandardFigures
  onChange: (wanted: StandardFigures) => void
}

/** All figures of a standard, each editable in its own way. */
export function FigureFields({ wanted, onChange }: FigureFieldsProps) {
  const set = ({ section, name }: Figure, value: FigureValue) =>
    onChange({ ...wanted, [section]: { ...wanted[section], [name]: value } })
  return (
    <div>
      {(Object.keys(figureSections) as FigureSection[]).map((section) => (
        <section key={section}>
          <h3 className={styles['section']}>{figureSections[section]}</h3>
          {figures
            .filter((figure) => figure.section === section)
            .map((figure) => (
              <div key={figure.name} className={styles['row']}>
                <div>
                  <strong style={{ fontWeight: 600 }}>{figure.word}</strong>{' '}
                  <span className={styles['meaning']}>{figure.meaning}</span>
                </div>
                <Field figure={figure} value={figureOf(figure, wanted)} onChange={(value) => set(figure, value)} />
              </div>
            ))}
        </section>
      ))}
    </div>
  )
}

interface FieldProps {
  figure: Figure
  value: FigureValue
  onChange: (value: FigureValue) => void
}

function Field({ figure, value, onChange }: FieldProps) {
  const { word, kind } = figure
  switch (kind) {
    case 'minutes-by-urgency': {
      const minutesOf = value as Record<Urgency, number | null>
      return (
        <div className={styles['minutes']}>
          {(Object.keys(urgencies) as Urgency[]).map((urgency) => (
            <span key={urgency}>
              {urgencies[urgency]}
              <MinutesField
                // A chosen preset brings other units: a new field picks them anew.
                key={String(minutesOf[urgency] === null)}
                label={`${word}（${urgencies[urgency]}）`}
                value={minutesOf[urgency]}
                onChange={(minutes) => onChange({ ...minutesOf, [urgency]: minutes })}
              />
            </span>
          ))}
        </div>
      )
    }
    case 'minutes-or-none':
      return <MinutesField label={word} value={value as number | null} onChange={onChange} />
    case 'minutes':
      return (
        <MinutesField
          label={word}
          mayBeNone={false}
          value={value as number}
          onChange={(minutes) => minutes && onChange(minutes)}
        />
      )
    case 'promised':
      return (
        <Switch
          checked={value as boolean}
          onChange={onChange}
          checkedChildren="承诺"
          unCheckedChildren="不承诺"
          aria-label={word}
        />
      )
    case 'clocks':
      return (
        <Checkbox.Group
          value={[...(value as readonly ClockName[])]}
          onChange={(clocks) => onChange(clocks)}
          options={codesOf(clockNames).map((each) => ({ value: each, label: clockNames[each] }))}
        />
      )
    case 'percent':
    case 'months':
    case 'days':
      return (
        <InputNumber
          min={1}
          max={mostOf(figure)}
          precision={0}
          suffix={{ percent: '%', months: '个月', days: '天' }[kind]}
          value={value as number}
          onChange={(figureGiven) => figureGiven && onChange(figureGiven)}
          aria-label={`${figureSections[figure.section]}：${word}`}
        />
      )
  }
}

/** As the server allows. */
function mostOf({ name, kind }: Figure): number {
  if (kind === 'days') return 90
  if (kind === 'months') return name === 'visitEveryMonths' ? 60 : 24
  return name === 'warnAtPercent' ? 100 : 1000
}
