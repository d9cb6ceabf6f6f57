import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

/** GET …/pay-statements?from=&to=&cursor= → Page<StatementRow> ; POST …/pay-statements/check {day}, …/pay-statements/{id}/fee {fund} */
export type StatementRow = Schemas['StatementRow']

/** GET …/pay-differences?state=&kind=&day=&query=&cursor= → Page<DifferenceRow> ; POST …/pay-differences/{id}/(settle|explain) */
export type DifferenceRow = Schemas['DifferenceRow']
