import { Injectable } from '@nestjs/common'
import type { Permission, Skill, WorkKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act, Statement } from '../../platform/database/index.ts'

/** Something somebody still owes. */
export interface OwedItem {
  communityId: string
  communityName: string
  id: string
  number: string
  category: string
  placeLabel: string
  buildingId: string | null
  state: string
  late: boolean
}

/** A kind of work that can be handed over. Its module says what is owed, who can take it, and how it changes hands. */
export interface KindOfWork {
  kind: WorkKind
  /** What of this kind somebody owes: $1 their id, $2 now; rows are `OwedItem`s. */
  owed: Statement
  categoryName(category: string): string
  stateName(state: string): string
  /** Without it nobody does this work. */
  permission: Permission
  isQualified(skills: readonly Skill[], category: string): boolean
  /** What somebody unqualified lacks. */
  qualification(category: string): string
  /** Gives one item to its taker; to nobody: back to where such work is given out. */
  pass(tx: EntityManager, act: Act, item: OwedItem, change: Passing): Promise<void>
}

export interface Passing {
  fromName: string
  to: { id: string; name: string } | null
  reason: string
}

/** Every kind of work a person may leave behind; modules add theirs when they start. */
@Injectable()
export class OpenWork {
  readonly #kinds = new Map<WorkKind, KindOfWork>()

  add(kind: KindOfWork): void {
    this.#kinds.set(kind.kind, kind)
  }

  kinds(): KindOfWork[] {
    return [...this.#kinds.values()]
  }
}
