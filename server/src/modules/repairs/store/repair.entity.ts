import type { ChargeState, CloseReason, WaitReason } from '@yinuo/contracts'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { int8 } from '../../../platform/database/index.ts'

/** What only a repair has, beside its case. */
@Entity('repairs')
export class Repair {
  @PrimaryColumn('uuid') communityId!: string
  @PrimaryColumn('uuid') caseId!: string
  @Column('int', { nullable: true }) labourMinutes!: number | null
  @Column('text', { nullable: true }) waitingFor!: WaitReason | null
  @Column('text', { nullable: true }) waitingBecause!: string | null
  @Column('timestamptz', { nullable: true }) waitingSince!: Date | null
  @Column('timestamptz', { nullable: true }) waitingUntil!: Date | null
  @Column('text') chargeState!: ChargeState
  @Column('jsonb') chargeLines!: { label: string; amountFen: number }[]
  @Column('bigint', { transformer: int8 }) chargeFen!: number
  @Column('timestamptz', { nullable: true }) chargeOfferedAt!: Date | null
  @Column('timestamptz', { nullable: true }) chargeAnsweredAt!: Date | null
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null
  @Column('int', { nullable: true }) rating!: number | null
  @Column('text', { nullable: true }) ratingComment!: string | null
  @Column('text', { nullable: true }) closeReason!: CloseReason | null
  @Column('int') reopened!: number
}
