import type { ClockName } from '@yinuo/contracts'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Clock } from '../rules/clock.ts'

/** A clock of a case (rules/clock.ts). */
@Entity('case_clocks')
export class CaseClock implements Clock {
  @PrimaryColumn('uuid') communityId!: string
  @PrimaryColumn('uuid') caseId!: string
  @PrimaryColumn('int') round!: number
  @PrimaryColumn('text') name!: ClockName
  @Column('int') targetMinutes!: number
  @Column('boolean') roundTheClock!: boolean
  @Column('timestamptz') startedAt!: Date
  @Column('timestamptz') dueAt!: Date
  @Column('text', { array: true }) ladder!: string[]
  @Column('timestamptz', { array: true }) steps!: Date[]
  @Column('int') reached!: number
  @Column('timestamptz', { nullable: true }) nextStepAt!: Date | null
  @Column('timestamptz', { nullable: true }) pausedAt!: Date | null
  @Column('text', { nullable: true }) pausedBecause!: string | null
  @Column('int') pausedMinutes!: number
  @Column('timestamptz', { nullable: true }) warnedAt!: Date | null
  @Column('timestamptz', { nullable: true }) breachedAt!: Date | null
  @Column('timestamptz', { nullable: true }) stoppedAt!: Date | null
}
