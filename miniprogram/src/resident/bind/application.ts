import type { ApplyForResidence, ResidencyRole } from '@yinuo/contracts'
import { isAllSent, sentIds } from '../../photos/photo.ts'
import type { Photo } from '../../photos/photo.ts'

export interface ApplicationDraft {
  unit: { id: string; label: string } | null
  role: ResidencyRole
  name: string
  phone: string
  /** a tenancy's last day: 2027-06-30 */
  validUntil: string
  photos: Photo[]
}

export interface ApplicationFaults {
  unit?: string
  name?: string
  phone?: string
  validUntil?: string
  photos?: string
}

/** `vouched`: WeChat has already named the number. */
export function applicationFaults(draft: ApplicationDraft, vouched: boolean): ApplicationFaults {
  const faults: ApplicationFaults = {}
  if (!draft.unit) faults.unit = '请选择房屋'
  if (draft.name.trim().length < 2) faults.name = '请填写登记的姓名'
  if (!vouched && !/^1[3-9]\d{9}$/.test(draft.phone)) faults.phone = '请填写 11 位手机号'
  if (draft.role === 'tenant' && !/^20\d\d-[01]\d-[0-3]\d$/.test(draft.validUntil)) faults.validUntil = '请选择租期最后一天'
  if (!isAllSent(draft.photos)) faults.photos = '照片还没有传完，请稍候或重传'
  return faults
}

export function applicationOf(draft: ApplicationDraft): ApplyForResidence {
  if (!draft.unit) throw new Error('An application needs its unit')
  return {
    unitId: draft.unit.id,
    role: draft.role,
    name: draft.name.trim(),
    // Without one the server takes the number WeChat has named.
    ...(draft.phone ? { phone: draft.phone } : {}),
    fileIds: sentIds(draft.photos),
    ...(draft.role === 'tenant' ? { validUntil: draft.validUntil } : {}),
  }
}
