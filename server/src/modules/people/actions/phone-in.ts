import type { StaffDraft } from '@yinuo/contracts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'

/** The number a draft means: lists show it masked, and what comes back masked was not changed. */
export function phoneIn({ phone }: StaffDraft, known: string | null): string {
  if (!phone.includes('*')) return phone
  if (known !== null && phone === maskPhone(known)) return known
  throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'phone', message: '请填写完整的手机号。' }])
}
