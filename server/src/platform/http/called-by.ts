import { applyDecorators, SetMetadata } from '@nestjs/common'
import { ApiHeader } from '@nestjs/swagger'

/**
 * Who may call a route; a route that does not say is called by nobody.
 * - `anyone`: no session needed
 * - `signed-in`: any session
 * - `resident`: holds a home in the community of the path (on routes without one: any WeChat account)
 * - `staff`: any member of staff (with a community in the path: one who holds a post there)
 * - `{ permission }`: staff whose post in the community of the path gives it (without one: in any community)
 */
export type CallerRule = 'anyone' | 'signed-in' | 'resident' | 'staff' | { permission: string }

export const CALLED_BY = 'called-by'

export const CalledBy = (...rules: CallerRule[]) => SetMetadata(CALLED_BY, rules)

export const IDEMPOTENT = 'idempotent'

/** The route needs an Idempotency-Key: its effect happens once, however often it is sent. */
export const Idempotent = () =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: '同一件事重发时用同一个标识，只办一次。' }),
  )
