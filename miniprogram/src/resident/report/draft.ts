import type { PlaceKind, RepairCategoryCode, ReportRepair, Urgency } from '@yinuo/contracts'
import type { Photo } from '../../photos/photo.ts'
import { isAllSent, sentIds } from '../../photos/photo.ts'

export interface DraftPlace {
  communityId: string
  communityName: string
  hotline: string
  kind: PlaceKind
  id: string | null
  label: string
}

/** A report being written. Kept on the phone at every change: a kill or a call in between loses nothing. */
export interface ReportDraft {
  place: DraftPlace | null
  codeToken: string | null
  /** Registered by staff on the spot, perhaps for somebody who stands there. */
  onSite: { name: string; phone: string } | null
  category: RepairCategoryCode | null
  urgency: Urgency
  description: string
  photos: Photo[]
  slot: { from: string; until: string } | null
  /** Sent without an answer so far: goes out again exactly so, under the same key. */
  sending: { key: string; communityId: string; body: ReportRepair } | null
}

export const emptyDraft: ReportDraft = {
  place: null,
  codeToken: null,
  onSite: null,
  category: null,
  urgency: 'routine',
  description: '',
  photos: [],
  slot: null,
  sending: null,
}

export interface Faults {
  place?: string
  category?: string
  description?: string
  photos?: string
  reporter?: string
}

export function faultsOf(draft: ReportDraft): Faults {
  const faults: Faults = {}
  if (!draft.place) faults.place = '请选择报修的位置'
  if (!draft.category) faults.category = '请选择哪里坏了'
  if (draft.description.trim().length < 4) faults.description = '请简单说说情况（至少 4 个字）'
  if (!isAllSent(draft.photos)) {
    faults.photos = draft.photos.some((photo) => photo.state === 'sending')
      ? '照片还在上传，请稍候'
      : '有照片没有传上去，请重传或删除'
  }
  const { name = '', phone = '' } = draft.onSite ?? {}
  if ((name.trim() === '') !== (phone.trim() === '')) faults.reporter = '报修人的姓名和电话要一起填，或都不填'
  return faults
}

export function isComplete(draft: ReportDraft): boolean {
  return Object.keys(faultsOf(draft)).length === 0
}

/** Something a person would be sorry to lose. */
export function isWorthKeeping(draft: ReportDraft): boolean {
  return draft.description.trim() !== '' || draft.photos.length > 0 || draft.category !== null || draft.sending !== null
}

export function bodyOf(draft: ReportDraft): ReportRepair {
  const { place, category } = draft
  if (!place || !category) throw new Error('A report needs its place and its category')
  return {
    place: { kind: place.kind, ...(place.id ? { id: place.id } : {}) },
    category,
    urgency: draft.urgency,
    description: draft.description.trim(),
    fileIds: sentIds(draft.photos),
    ...(draft.codeToken && !draft.onSite ? { codeToken: draft.codeToken } : {}),
    ...(draft.onSite ? onSiteParts(draft.onSite) : {}),
    ...(draft.slot ? { preferredFrom: draft.slot.from, preferredUntil: draft.slot.until } : {}),
  }
}

function onSiteParts({ name, phone }: { name: string; phone: string }): Pick<ReportRepair, 'channel' | 'reporter'> {
  const known = name.trim() !== '' && phone.trim() !== ''
  return { channel: 'on-site', ...(known ? { reporter: { name: name.trim(), phone: phone.trim() } } : {}) }
}

/** Sealed for sending. What is already sealed stays as it is: the first attempt may have arrived. */
export function sealed(draft: ReportDraft, key: string): ReportDraft & { sending: NonNullable<ReportDraft['sending']> } {
  return { ...draft, sending: draft.sending ?? { key, communityId: draft.place?.communityId ?? '', body: bodyOf(draft) } }
}

/** The server said no: nothing was done, the draft may be changed and sent under a new key. */
export function unsealed(draft: ReportDraft): ReportDraft {
  return { ...draft, sending: null }
}

/** A scanned code brings its place; what was written so far stays. */
export function atPlace(draft: ReportDraft, place: DraftPlace, codeToken: string | null, byStaff = false): ReportDraft {
  const moved = draft.place?.communityId !== place.communityId
  // Files belong to the community they were sent to.
  const photos = moved ? draft.photos.map((photo) => ({ ...photo, state: 'failed' as const, fileId: null })) : draft.photos
  return { ...draft, place, codeToken, photos, onSite: byStaff ? (draft.onSite ?? { name: '', phone: '' }) : null }
}

/** A place of another home or community gives way to the home; one chosen around the home stays. */
export function atHome(draft: ReportDraft, home: DraftPlace): ReportDraft {
  const { place } = draft
  const isAround = place?.communityId === home.communityId && (place.kind !== 'unit' || place.id === home.id)
  return isAround ? draft : atPlace(draft, home, null)
}

const pressing: ReadonlySet<RepairCategoryCode> = new Set(['water-leak', 'power', 'lift'])

export const urgencyWords: Readonly<Record<Urgency, { text: string; note: string }>> = {
  routine: { text: '一般', note: '不影响使用' },
  urgent: { text: '急', note: '影响生活' },
  emergency: { text: '紧急', note: '有危险、跑水、困人' },
}

/** What a category is usually: water, power and lifts do not wait. A suggestion only. */
export function usualUrgency(category: RepairCategoryCode): Urgency {
  return pressing.has(category) ? 'urgent' : 'routine'
}
