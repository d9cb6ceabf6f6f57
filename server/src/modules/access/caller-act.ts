import type { Act } from '../../platform/database/index.ts'
import type { Caller } from './rules/caller.ts'

/** An act whose doer signed in. */
export interface CallerAct extends Act {
  caller: Caller
}
