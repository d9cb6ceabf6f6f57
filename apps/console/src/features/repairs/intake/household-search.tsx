import { residencyRoles, unitStates } from '@yinuo/contracts'
import type { UnitRow } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { callUntil } from '../../../app/call.ts'
import { keysOf } from '../../../app/community.ts'
import { sentenceOf } from '../../../elements/refusal.tsx'
import { useSettled } from '../../../elements/settled.ts'

interface HouseholdSearchProps {
  communityId: string
  value: Pick<UnitRow, 'id' | 'label'> | null
  onChange: (unit: UnitRow | null) => void
  status?: 'error'
  /** where the form begins */
  autoFocus?: boolean
}

const PAUSE = 150

/** Finds the household while somebody is on the line: by room, name or phone. Answers to older typing are dropped. */
export function HouseholdSearch({ communityId, value, onChange, status, autoFocus = false }: HouseholdSearchProps) {
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim(), PAUSE)
  const found = useQuery({
    queryKey: [...keysOf(communityId).archive, 'find', query],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/units', { path: { communityId }, query: { query, limit: 20 } }),
    enabled: query.length > 0,
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  const units = query ? (found.data?.items ?? []) : []
  const nothing = !query
    ? '输入房号、姓名或手机号'
    : found.isError
      ? sentenceOf(found.error)
      : found.isPending
        ? '正在查找…'
        : `没有找到“${query}”，试试房号的一部分，如 3-2-601`

  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setTyped }}
      status={status}
      placeholder="房号、姓名或手机号，如 3-2-601、林晓梅、13800010001"
      aria-label="查找住户"
      autoFocus={autoFocus}
      value={value?.id}
      allowClear
      size="large"
      style={{ width: '100%' }}
      notFoundContent={<div style={{ padding: 8, color: 'var(--secondary)' }}>{nothing}</div>}
      onClear={() => onChange(null)}
      onChange={(id) => onChange(units.find((unit) => unit.id === id) ?? null)}
      optionLabelProp="title"
      options={[
        ...(value && !units.some(({ id }) => id === value.id)
          ? [{ value: value.id, title: value.label, label: value.label }]
          : []),
        ...units.map((unit) => ({ value: unit.id, title: unit.label, label: <Found unit={unit} /> })),
      ]}
    />
  )
}

function Found({ unit }: { unit: UnitRow }) {
  return (
    <div style={{ padding: '2px 0' }}>
      <strong>{unit.label}</strong>
      <span style={{ marginLeft: 8, color: 'var(--secondary)' }}>
        {unitStates[unit.state]}
        {unit.openRepairs > 0 && ` · 未结报修 ${unit.openRepairs} 件`}
      </span>
      <div style={{ color: 'var(--secondary)', fontSize: 13 }}>
        {unit.residents.length > 0
          ? unit.residents
              .map((resident) => `${resident.name}（${residencyRoles[resident.role]}）${resident.phoneMasked}`)
              .join('，')
          : '没有登记住户'}
      </div>
    </div>
  )
}
