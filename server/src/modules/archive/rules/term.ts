/** Why these cannot be the first and the last day of something; null when they can. */
export function faultOfTerm(from: string | null, until: string | null): { field: string; message: string } | null {
  return from !== null && until !== null && until < from ? { field: 'validUntil', message: '截止日不能早于起始日。' } : null
}
