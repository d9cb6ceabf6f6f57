import type {
  CallKind,
  ComplaintCategoryCode,
  ComplaintSort,
  NewHotlineAnswer,
  RegisterComplaint,
  RepairCategoryCode,
  ReportRepair,
  UnitRow,
  Urgency,
} from '@yinuo/contracts'

/** What is written down while somebody is on the line. */
export interface CallDraft {
  kind: CallKind
  unit: Pick<UnitRow, 'id' | 'label' | 'residents'> | null
  residentId: string | null
  name: string
  phone: string
  words: string
  repairCategory: RepairCategoryCode | null
  sort: ComplaintSort
  complaintCategory: ComplaintCategoryCode | null
  urgency: Urgency
  answer: string
}

export const freshCall: CallDraft = {
  kind: 'repair',
  unit: null,
  residentId: null,
  name: '',
  phone: '',
  words: '',
  repairCategory: null,
  sort: 'complaint',
  complaintCategory: null,
  urgency: 'routine',
  answer: '',
}

export type Lacks = Partial<Record<'name' | 'phone' | 'words' | 'category' | 'answer', string>>

/** What still has to be asked. A repair needs a number: whoever comes calls first. */
export function lacksOf(draft: CallDraft): Lacks {
  const lacks: Lacks = {}
  if (!draft.residentId) {
    if (!draft.name.trim()) lacks.name = '请问来电人姓名'
    const phone = draft.phone.trim()
    const isPhone = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(phone)
    if (phone ? !isPhone : draft.kind === 'repair') lacks.phone = '请填写能联系到的电话'
  }
  if (!draft.words.trim()) lacks.words = '请写下说了什么'
  if (draft.kind === 'repair' && !draft.repairCategory) lacks.category = '请选择报修类别'
  if (draft.kind === 'complaint' && !draft.complaintCategory) lacks.category = '请选择类别'
  if (draft.kind === 'consultation' && !draft.answer.trim()) lacks.answer = '请写下怎么答复的'
  return lacks
}

function callerOf({ unit, residentId, name, phone }: CallDraft): { residentId?: string; name: string; phone?: string } {
  const resident = unit?.residents.find(({ id }) => id === residentId)
  if (resident) return { residentId: resident.id, name: resident.name }
  return { name: name.trim(), ...(phone.trim() ? { phone: phone.trim() } : {}) }
}

export const repairOf = (draft: CallDraft): ReportRepair => ({
  channel: 'telephone',
  place: draft.unit ? { kind: 'unit', id: draft.unit.id } : { kind: 'community' },
  category: draft.repairCategory!,
  urgency: draft.urgency,
  description: draft.words.trim(),
  fileIds: [],
  reporter: callerOf(draft),
})

export const complaintOf = (draft: CallDraft): RegisterComplaint => ({
  channel: 'telephone',
  sort: draft.sort,
  category: draft.complaintCategory!,
  urgency: draft.urgency,
  description: draft.words.trim(),
  fileIds: [],
  complainant: { ...callerOf(draft), ...(draft.unit ? { unitId: draft.unit.id } : {}) },
})

export const answerOf = (draft: CallDraft): NewHotlineAnswer => ({
  ...callerOf(draft),
  ...(draft.unit ? { unitId: draft.unit.id } : {}),
  question: draft.words.trim(),
  answer: draft.answer.trim(),
})
