import type { UnitRow } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { callUntil } from '../../../app/call.ts'
import { keysOf } from '../../../app/community.ts'
import { sentenceOf } from '../../../elements/refusal.tsx'
import { useSettled } from '../../../elements/settled.ts'

interface UnitChoiceProps {
  communityId: string
  /** the unit chosen so far, by its name */
  known?: Pick<UnitRow, 'id' | 'label'> | null
  /** fits into a form field, which fills in `value` and `onChange` */
  value?: string
  onChange?: (unitId: string | undefined) => void
}

/** Chooses one home among all, by room, name or telephone number. */
export function UnitChoice({ communityId, known, value, onChange }: UnitChoiceProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(known ?? null)
  const query = useSettled(typed.trim(), 200)
  const found = useQuery({
    queryKey: [...keysOf(communityId).archive, 'find', query],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/units', { path: { communityId }, query: { query, limit: 20 } }),
    enabled: query.length > 0,
    placeholderData: (before) => before,
  })
  const units: Pick<UnitRow, 'id' | 'label'>[] = query ? (found.data?.items ?? []) : []
  const shown = chosen && !units.some(({ id }) => id === chosen.id) ? [chosen, ...units] : units
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      placeholder="输入房号、姓名或手机号查找"
      aria-label="房屋"
      value={value}
      onChange={(id: string | undefined) => {
        setChosen(shown.find((unit) => unit.id === id) ?? null)
        onChange?.(id)
      }}
      options={shown.map(({ id, label }) => ({ value: id, label }))}
      notFoundContent={found.isError ? sentenceOf(found.error) : query ? '没有找到' : '输入房号查找'}
      style={{ width: '100%' }}
    />
  )
}
