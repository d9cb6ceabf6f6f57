import {
  callKinds,
  codesOf,
  complaintCategories,
  complaintSorts,
  repairCategories,
  residencyRoles,
  urgencies,
} from '@yinuo/contracts'
import type { CallKind, RepairCategoryCode } from '@yinuo/contracts'
import { Form, Input, Radio, Segmented, Select } from 'antd'
import { useCommunity, useMay } from '../../app/community.ts'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'
import type { CallDraft, Lacks } from './call-draft.ts'

interface CallFormProps {
  kinds: CallKind[]
  draft: CallDraft
  lacks: Lacks
  onChange: (fields: Partial<CallDraft>) => void
}

const STRANGER = 'stranger'
const wrong = (message: string | undefined) => (message ? ({ validateStatus: 'error', help: message } as const) : {})
const options = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }))

export function CallForm({ kinds, draft, lacks, onChange }: CallFormProps) {
  return (
    <Form layout="vertical" component="div">
      <Caller draft={draft} lacks={lacks} onChange={onChange} />
      <Form.Item label="说了什么" {...wrong(lacks.words)}>
        <Input.TextArea
          value={draft.words}
          onChange={(event) => onChange({ words: event.target.value })}
          aria-label="说了什么"
          placeholder="照来电人的话记"
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={500}
          showCount
        />
      </Form.Item>
      <Form.Item label="怎么办" style={{ marginTop: 24 }}>
        <Segmented<CallKind>
          block
          aria-label="怎么办"
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
          options={kinds.map((value) => ({ value, label: value === 'consultation' ? '当场答复了' : `转${callKinds[value]}` }))}
        />
      </Form.Item>
      <Becomes draft={draft} lacks={lacks} onChange={onChange} />
    </Form>
  )
}

function Caller({ draft, lacks, onChange }: Omit<CallFormProps, 'kinds'>) {
  const { communityId } = useCommunity()
  const mayFind = useMay()('archive.read')
  const residents = draft.unit?.residents ?? []
  return (
    <>
      {mayFind && (
        <Form.Item label="谁打来的" extra="按房号、姓名或来电号码查找；不是住户的，直接填姓名。">
          <HouseholdSearch
            autoFocus
            communityId={communityId}
            value={draft.unit}
            onChange={(unit) => onChange({ unit, residentId: unit?.residents[0]?.id ?? null })}
          />
        </Form.Item>
      )}
      {residents.length > 0 && (
        <Form.Item label="住户">
          <Radio.Group
            vertical
            value={draft.residentId ?? STRANGER}
            onChange={(event) => onChange({ residentId: event.target.value === STRANGER ? null : event.target.value })}
            options={[
              ...residents.map(({ id, name, role, phoneMasked }) => ({
                value: id,
                label: `${name}（${residencyRoles[role]}）${phoneMasked}`,
              })),
              { value: STRANGER, label: '其他人' },
            ]}
          />
        </Form.Item>
      )}
      {!draft.residentId && (
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
          <Form.Item label="姓名" {...wrong(lacks.name)}>
            <Input
              value={draft.name}
              onChange={(event) => onChange({ name: event.target.value })}
              aria-label="来电人姓名"
              maxLength={40}
            />
          </Form.Item>
          <Form.Item label="电话" {...wrong(lacks.phone)}>
            <Input
              value={draft.phone}
              onChange={(event) => onChange({ phone: event.target.value })}
              aria-label="来电号码"
              inputMode="tel"
              maxLength={14}
            />
          </Form.Item>
        </div>
      )}
    </>
  )
}

function Becomes({ draft, lacks, onChange }: Omit<CallFormProps, 'kinds'>) {
  if (draft.kind === 'consultation')
    return (
      <Form.Item label="怎么答复的" {...wrong(lacks.answer)}>
        <Input.TextArea
          value={draft.answer}
          onChange={(event) => onChange({ answer: event.target.value })}
          aria-label="怎么答复的"
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={1000}
        />
      </Form.Item>
    )
  return (
    <>
      {draft.kind === 'complaint' && (
        <Form.Item label="类型">
          <Radio.Group
            optionType="button"
            value={draft.sort}
            onChange={(event) => onChange({ sort: event.target.value })}
            options={options(complaintSorts)}
          />
        </Form.Item>
      )}
      <Form.Item label="类别" {...wrong(lacks.category)}>
        {draft.kind === 'repair' ? (
          <Select<RepairCategoryCode>
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="什么坏了"
            aria-label="报修类别"
            value={draft.repairCategory}
            onChange={(repairCategory) => onChange({ repairCategory })}
            options={(Object.keys(repairCategories) as RepairCategoryCode[]).map((value) => ({
              value,
              label: repairCategories[value].label,
            }))}
          />
        ) : (
          <Select
            placeholder="由哪个部门负责，按类别确定"
            aria-label="投诉建议类别"
            value={draft.complaintCategory}
            onChange={(complaintCategory) => onChange({ complaintCategory })}
            options={options(complaintCategories)}
          />
        )}
      </Form.Item>
      <Form.Item label="有多急">
        <Radio.Group
          optionType="button"
          value={draft.urgency}
          onChange={(event) => onChange({ urgency: event.target.value })}
          options={options(urgencies)}
        />
      </Form.Item>
    </>
  )
}
