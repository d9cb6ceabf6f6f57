import type { ReactNode } from 'react'
import { Input, Picker, Text, Textarea, View } from '../platform'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  kind?: 'text' | 'number' | 'digit' | 'tel'
  most?: number
  fault?: string | null
}

export function TextField({ label, value, onChange, hint = '', kind = 'text', most = 60, fault }: TextFieldProps) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Input
        className="field__input"
        type={kind === 'tel' ? 'number' : kind}
        value={value}
        placeholder={hint}
        placeholderClass="field__hint"
        maxlength={most}
        onInput={(event) => onChange(event.detail.value)}
      />
      {fault && <Text className="field__fault">{fault}</Text>}
    </View>
  )
}

export function LongField({
  value,
  onChange,
  hint,
  most = 500,
  short = false,
}: {
  value: string
  onChange: (value: string) => void
  hint: string
  most?: number
  short?: boolean
}) {
  return (
    <View className="field">
      <Textarea
        className={`field__area${short ? ' field__area--short' : ''}`}
        value={value}
        placeholder={hint}
        placeholderClass="field__hint"
        maxlength={most}
        showConfirmBar={false}
        cursorSpacing={100}
        onInput={(event) => onChange(event.detail.value)}
      />
      {value.length > most - 100 && (
        <Text className="field__count">
          {value.length}/{most}
        </Text>
      )}
    </View>
  )
}

/** A day chosen on the phone's own wheel, as 2027-06-30. */
export function DayField({
  label,
  value,
  onChange,
  hint,
  from,
  fault,
}: {
  label: string
  value: string
  onChange: (day: string) => void
  hint: string
  from: string
  fault: string | null
}) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Picker mode="date" value={value || from} start={from} onChange={(event) => onChange(String(event.detail.value))}>
        <View className="field__input field__day">
          <Text className={value ? '' : 'field__hint'}>{value || hint}</Text>
        </View>
      </Picker>
      {fault && <Text className="field__fault">{fault}</Text>}
    </View>
  )
}

/** A fault that belongs to a part of the page, told where it is. */
export function Fault({ children }: { children: ReactNode }) {
  return <Text className="field__fault">{children}</Text>
}
