import { codesOf, residencyRoles } from '@yinuo/contracts'
import type { NoticeAudience } from '@yinuo/contracts'
import { Checkbox, Segmented, Select, Spin } from 'antd'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { useBuildings } from '../archive/structure/queries.ts'
import { UnitsSelect } from '../codes/issue-dialog.tsx'
import styles from './notices.module.css'
import { useReach } from './queries.ts'

export const everybody: NoticeAudience = { whole: true, buildingIds: [], entrances: [], unitIds: [], roles: [] }

export const namesSomebody = ({ whole, buildingIds, entrances, unitIds }: NoticeAudience) =>
  whole || buildingIds.length + entrances.length + unitIds.length > 0

interface FieldProps {
  value?: NoticeAudience
  onChange?: (audience: NoticeAudience) => void
  /** homes chosen before, by name */
  known?: { id: string; label: string }[]
  withRoles?: boolean
}

/** Who is meant: everybody, or some buildings, entrances and homes; fits into a form. */
export function AudienceField({ value = everybody, onChange, known = [], withRoles = true }: FieldProps) {
  const { communityId } = useCommunity()
  const buildings = useBuildings(communityId)
  const set = (change: Partial<NoticeAudience>) => onChange?.({ ...value, ...change })
  const entrances = (buildings.data ?? []).flatMap(({ id, name, entrances: some }) =>
    some.map((entrance) => ({ value: `${id}/${entrance.name}`, label: `${name}${entrance.name}` })),
  )
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <Segmented
        style={{ justifySelf: 'start' }}
        value={value.whole ? 'whole' : 'parts'}
        onChange={(next) => set({ whole: next === 'whole' })}
        options={[
          { value: 'whole', label: '全小区' },
          { value: 'parts', label: '指定楼栋、单元或房屋' },
        ]}
      />
      {!value.whole && (
        <>
          <Select
            mode="multiple"
            placeholder="楼栋"
            aria-label="楼栋"
            loading={buildings.isPending}
            value={value.buildingIds}
            onChange={(buildingIds) => set({ buildingIds })}
            options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
          <Select
            mode="multiple"
            placeholder="单元"
            aria-label="单元"
            loading={buildings.isPending}
            value={value.entrances.map(({ buildingId, entrance }) => `${buildingId}/${entrance}`)}
            onChange={(keys: string[]) => set({ entrances: keys.map(entranceOf) })}
            options={entrances}
            showSearch={{ optionFilterProp: 'label' }}
          />
          <UnitsSelect value={value.unitIds} onChange={(unitIds) => set({ unitIds })} initial={known} />
        </>
      )}
      {withRoles && (
        <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 }}>
          <span style={{ color: 'var(--secondary)' }}>只发给（不选是全部住户）</span>
          <Checkbox.Group
            value={value.roles}
            onChange={(roles) => set({ roles })}
            options={codesOf(residencyRoles).map((role) => ({ value: role, label: residencyRoles[role] }))}
          />
        </div>
      )}
    </div>
  )
}

function entranceOf(key: string) {
  const at = key.indexOf('/')
  return { buildingId: key.slice(0, at), entrance: key.slice(at + 1) }
}

/** How many that are now, and by which channel they can be reached. */
export function Reach({ audience, urgent }: { audience: NoticeAudience | undefined; urgent: boolean }) {
  const { communityId } = useCommunity()
  const settled = useSettled(JSON.stringify(audience ?? everybody), 400)
  const asked = JSON.parse(settled) as NoticeAudience
  const reach = useReach(communityId, namesSomebody(asked) ? { audience: asked, urgent } : null)
  if (!namesSomebody(asked)) return <div className={styles['reach']}>还没有选择范围</div>
  if (reach.isError) return <Refusal failure={reach.error} />
  if (!reach.data) return <Spin />
  const { people, inbox, subscribe, sms, email, unreachable } = reach.data
  return (
    <div className={styles['reach']} role="status">
      <span>
        将发给 <strong>{people}</strong> 人
      </span>
      <span>
        站内消息 <strong>{inbox}</strong>
      </span>
      <span>
        微信提醒 <strong>{subscribe}</strong>
      </span>
      <span>
        短信 <strong>{sms}</strong>
        {!urgent && '（仅紧急时发）'}
      </span>
      <span>
        邮件 <strong>{email}</strong>
      </span>
      <span>
        收不到 <strong>{unreachable}</strong>
        {unreachable > 0 && '（未绑定微信，请张贴纸质公告）'}
      </span>
    </div>
  )
}
