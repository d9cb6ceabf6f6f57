import { SafetyCertificateOutlined } from '@ant-design/icons'
import { channels, codesOf, placeKinds, repairCategories, residencyRoles, urgencies } from '@yinuo/contracts'
import type { RepairCategoryCode } from '@yinuo/contracts'
import { DatePicker, Form, Input, Radio, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { serverNow } from '../../../app/clock.ts'
import { PhotoPicker } from '../../../elements/photo-picker.tsx'
import { dayOf } from '../../../words/time.ts'
import { usePlaces, useRepairOptions } from '../queries.ts'
import { HouseholdSearch } from './household-search.tsx'
import { visitParts } from './intake-draft.ts'
import type { IntakeDraft, Missing, VisitPart } from './intake-draft.ts'
import styles from './intake.module.css'

interface IntakeFormProps {
  communityId: string
  draft: IntakeDraft
  missing: Missing
  onChange: (fields: Partial<IntakeDraft>) => void
}

const desks = ['telephone', 'front-desk', 'on-site'] as const
const STRANGER = 'stranger'

export function IntakeForm({ communityId, draft, missing, onChange }: IntakeFormProps) {
  const { data: options } = useRepairOptions(communityId)
  const promise = options?.promises.find(({ urgency }) => urgency === draft.urgency)
  const knowsCaller = draft.where === 'home' && draft.unit && draft.unit.residents.length > 0
  return (
    <Form layout="vertical" component="div" className={styles['form']}>
      <Segmented
        block
        value={draft.channel}
        onChange={(channel) => onChange({ channel })}
        options={desks.map((value) => ({ value, label: channels[value] }))}
      />
      <Form.Item
        label="哪里坏了"
        validateStatus={missing.unit || missing.place ? 'error' : undefined}
        help={missing.unit ?? missing.place}
      >
        <Radio.Group
          value={draft.where}
          onChange={(event) => onChange({ where: event.target.value })}
          options={[
            { value: 'home', label: '住户家中' },
            { value: 'public', label: '公共区域、设施' },
          ]}
          style={{ marginBottom: 8 }}
        />
        {draft.where === 'home' ? (
          <HouseholdSearch
            autoFocus
            communityId={communityId}
            value={draft.unit}
            status={missing.unit ? 'error' : undefined}
            onChange={(unit) => onChange({ unit, residentId: unit?.residents[0]?.id ?? null })}
          />
        ) : (
          <PublicPlace communityId={communityId} draft={draft} onChange={onChange} invalid={Boolean(missing.place)} />
        )}
      </Form.Item>

      {(draft.where === 'public' || draft.unit) && (
        <Form.Item label="谁报修" style={{ marginBottom: 8 }}>
          {knowsCaller && (
            <Radio.Group
              className={styles['callers']}
              value={draft.residentId ?? STRANGER}
              onChange={(event) => onChange({ residentId: event.target.value === STRANGER ? null : event.target.value })}
              options={[
                ...draft.unit!.residents.map((resident) => ({
                  value: resident.id,
                  label: `${resident.name}（${residencyRoles[resident.role]}）${resident.phoneMasked}`,
                })),
                { value: STRANGER, label: '其他人' },
              ]}
            />
          )}
          {(!knowsCaller || draft.residentId === null) && (
            <div className={styles['caller']}>
              <Form.Item validateStatus={missing.name ? 'error' : undefined} help={missing.name}>
                <Input
                  value={draft.name}
                  onChange={(event) => onChange({ name: event.target.value })}
                  placeholder="姓名"
                  maxLength={20}
                  aria-label="报修人姓名"
                />
              </Form.Item>
              <Form.Item validateStatus={missing.phone ? 'error' : undefined} help={missing.phone}>
                <Input
                  value={draft.phone}
                  onChange={(event) => onChange({ phone: event.target.value })}
                  placeholder="电话"
                  maxLength={14}
                  inputMode="tel"
                  aria-label="报修人电话"
                />
              </Form.Item>
            </div>
          )}
        </Form.Item>
      )}

      <Form.Item label="什么问题" validateStatus={missing.category ? 'error' : undefined} help={missing.category}>
        <div className={styles['categories']} role="radiogroup" aria-label="类别">
          {(Object.keys(repairCategories) as RepairCategoryCode[]).map((code) => (
            <button
              key={code}
              type="button"
              role="radio"
              aria-checked={draft.category === code}
              onClick={() => onChange({ category: code })}
            >
              {repairCategories[code].label}
              <small>{repairCategories[code].examples}</small>
            </button>
          ))}
        </div>
      </Form.Item>
      <Form.Item label="有多急">
        <Segmented
          block
          value={draft.urgency}
          onChange={(urgency) => onChange({ urgency })}
          options={codesOf(urgencies).map((value) => ({ value, label: urgencies[value] }))}
        />
        {promise && (
          <p className={styles['promise']} role="status">
            <SafetyCertificateOutlined /> 告诉报修人：{promise.sentence}
          </p>
        )}
      </Form.Item>
      <Form.Item label="描述" validateStatus={missing.description ? 'error' : undefined} help={missing.description}>
        <Input.TextArea
          value={draft.description}
          onChange={(event) => onChange({ description: event.target.value })}
          placeholder="照报修人说的写，如：厨房洗菜池下面一直滴水，已经关了阀门"
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={500}
          showCount
          aria-label="描述"
        />
      </Form.Item>
      <Form.Item label="希望什么时候上门（可不填）" style={{ marginTop: 24 }}>
        <div style={{ display: 'flex', gap: 8 }}>
          <DatePicker
            value={draft.visitOn ? dayjs(draft.visitOn) : null}
            onChange={(day) => onChange({ visitOn: day?.format('YYYY-MM-DD') ?? null })}
            minDate={dayjs(dayOf(serverNow()))}
            format="M月D日 dddd"
            placeholder="不限"
            aria-label="上门日期"
            style={{ width: 180 }}
          />
          {draft.visitOn && (
            <Select
              value={draft.visitPart}
              onChange={(visitPart) => onChange({ visitPart })}
              options={(Object.keys(visitParts) as VisitPart[]).map((value) => ({ value, label: visitParts[value].label }))}
              aria-label="上门时段"
              style={{ width: 160 }}
            />
          )}
        </div>
      </Form.Item>
      <Form.Item label="照片（可不传）">
        <PhotoPicker communityId={communityId} value={draft.photos} onChange={(photos) => onChange({ photos })} />
      </Form.Item>
    </Form>
  )
}

function PublicPlace({
  communityId,
  draft,
  onChange,
  invalid,
}: Pick<IntakeFormProps, 'communityId' | 'draft' | 'onChange'> & { invalid: boolean }) {
  const places = usePlaces(communityId)
  const found = (places.data ?? []).filter((place) => place.kind !== 'unit')
  const kinds = [...new Set(found.map(({ kind }) => kind))]
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      size="large"
      style={{ width: '100%' }}
      status={invalid ? 'error' : undefined}
      loading={places.isPending}
      placeholder="大堂、电梯、车库、花园…"
      aria-label="公共区域或设施"
      value={draft.place?.id}
      onChange={(id) => {
        const place = found.find((each) => each.id === id)
        onChange({ place: place ? { kind: place.kind, id: place.id, label: place.label } : null })
      }}
      options={kinds.map((kind) => ({
        label: placeKinds[kind],
        options: found.filter((place) => place.kind === kind).map(({ id, label }) => ({ value: id, label })),
      }))}
    />
  )
}
