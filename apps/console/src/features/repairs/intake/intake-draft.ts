import type { Channel, Place, RepairCategoryCode, ReportRepair, UnitRow, Urgency } from '@yinuo/contracts'
import { instantOf } from '../../../words/time.ts'
import type { KeptPhoto } from '../../../elements/photo-picker.tsx'

export interface IntakeDraft {
  channel: Extract<Channel, 'telephone' | 'front-desk' | 'on-site'>
  where: 'home' | 'public'
  unit: Pick<UnitRow, 'id' | 'label' | 'residents' | 'openRepairs'> | null
  place: Pick<Place, 'kind' | 'id' | 'label'> | null
  /** one of the unit's residents; null: somebody else, by name and phone */
  residentId: string | null
  name: string
  phone: string
  category: RepairCategoryCode | null
  urgency: Urgency
  description: string
  /** when somebody is at home: a day and a part of it */
  visitOn: string | null
  visitPart: VisitPart
  photos: KeptPhoto[]
}

export const visitParts = {
  day: { label: '全天', from: '09:00', until: '18:00' },
  morning: { label: '上午 9–12 点', from: '09:00', until: '12:00' },
  afternoon: { label: '下午 2–6 点', from: '14:00', until: '18:00' },
  evening: { label: '晚上 6–9 点', from: '18:00', until: '21:00' },
} as const
export type VisitPart = keyof typeof visitParts

export const freshDraft: IntakeDraft = {
  channel: 'telephone',
  where: 'home',
  unit: null,
  place: null,
  residentId: null,
  name: '',
  phone: '',
  category: null,
  urgency: 'routine',
  description: '',
  visitOn: null,
  visitPart: 'day',
  photos: [],
}

export type Missing = Partial<Record<'unit' | 'place' | 'name' | 'phone' | 'category' | 'description', string>>

/** What still has to be asked before it can be registered, in the words of the form. */
export function missingIn(draft: IntakeDraft): Missing {
  const missing: Missing = {}
  if (draft.where === 'home' && !draft.unit) missing.unit = '请选择报修的房屋'
  if (draft.where === 'public' && !draft.place) missing.place = '请选择公共区域或设施'
  if (!draft.residentId || draft.where === 'public') {
    if (!draft.name.trim()) missing.name = '请填写报修人姓名'
    if (!/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(draft.phone.trim())) missing.phone = '请填写能联系到的电话'
  }
  if (!draft.category) missing.category = '请选择类别'
  if (!draft.description.trim()) missing.description = '请写一句话描述问题'
  return missing
}

export function reportOf(draft: IntakeDraft): ReportRepair {
  const resident = draft.where === 'home' ? draft.unit?.residents.find(({ id }) => id === draft.residentId) : undefined
  return {
    channel: draft.channel,
    place: draft.where === 'home' ? { kind: 'unit', id: draft.unit!.id } : { kind: draft.place!.kind, id: draft.place!.id },
    category: draft.category!,
    urgency: draft.urgency,
    description: draft.description.trim(),
    fileIds: draft.photos.map(({ id }) => id),
    ...visitOf(draft),
    reporter: resident
      ? { residentId: resident.id, name: resident.name }
      : { name: draft.name.trim(), phone: draft.phone.trim() },
  }
}

function visitOf({ visitOn, visitPart }: IntakeDraft): Pick<ReportRepair, 'preferredFrom' | 'preferredUntil'> {
  if (!visitOn) return {}
  const { from, until } = visitParts[visitPart]
  return { preferredFrom: instantOf(visitOn, from), preferredUntil: instantOf(visitOn, until) }
}

/** The next caller: the desk stays the same, everything else is new. */
export const nextDraft = (draft: IntakeDraft): IntakeDraft => ({ ...freshDraft, channel: draft.channel })

export const isTouched = (draft: IntakeDraft) => JSON.stringify(nextDraft(draft)) !== JSON.stringify(draft)
