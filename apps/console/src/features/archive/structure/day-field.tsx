import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DayFieldProps {
  /** 2026-11-21; fits into a form field, which fills in `value` and `onChange` */
  value?: string | null
  onChange?: (day: string | undefined) => void
  placeholder?: string
  label: string
}

export function DayField({ value, onChange, placeholder, label }: DayFieldProps) {
  return (
    <DatePicker
      aria-label={label}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD'))}
      format="YYYY年M月D日"
      placeholder={placeholder}
      style={{ width: '100%' }}
    />
  )
}
