import { InputNumber, Select } from 'antd'
import { useState } from 'react'

const units = [
  { value: 1, label: '分钟' },
  { value: 60, label: '小时' },
  { value: 1440, label: '天' },
]
const NONE = 0

/** A length of time in the unit people think in; `null` is "no promise". */
export function MinutesField({
  value,
  onChange,
  mayBeNone = true,
  label,
}: {
  value: number | null
  onChange: (minutes: number | null) => void
  mayBeNone?: boolean
  label: string
}) {
  const [unit, setUnit] = useState(() => unitOf(value))
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      {value !== null && (
        <InputNumber
          min={1}
          precision={0}
          value={value / unit}
          onChange={(count) => count && onChange(count * unit)}
          style={{ width: 76 }}
          aria-label={label}
        />
      )}
      <Select
        value={value === null ? NONE : unit}
        onChange={(next) => {
          if (next === NONE) return onChange(null)
          setUnit(next)
          onChange(value === null ? next : Math.max(1, Math.round(value / unit)) * next)
        }}
        options={mayBeNone ? [...units, { value: NONE, label: '不承诺' }] : units}
        style={{ width: value === null ? 96 : 80 }}
        aria-label={`${label}的单位`}
      />
    </span>
  )
}

function unitOf(minutes: number | null): number {
  if (minutes === null || minutes % 60) return 1
  return minutes > 2880 && minutes % 1440 === 0 ? 1440 : 60
}
