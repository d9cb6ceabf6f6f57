import type { CaseKind, Channel, ClockName, PlaceKind, Urgency } from '@yinuo/contracts'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A case of any kind: what was asked, where, by whom, and who has it now. */
@Entity('cases')
export class Case {
  @PrimaryColumn('uuid') communityId!: string
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('text') kind!: CaseKind
  @Column('text') state!: string
  @Column('boolean') open!: boolean
  @Column('text') channel!: Channel
  @Column('text') category!: string
  @Column('text') urgency!: Urgency
  @Column('text') description!: string
  @Column('text') placeKind!: PlaceKind
  @Column('uuid', { nullable: true }) placeId!: string | null
  @Column('text') placeLabel!: string
  @Column('uuid', { nullable: true }) buildingId!: string | null
  @Column('uuid', { nullable: true }) reporterAccountId!: string | null
  @Column('uuid', { nullable: true }) reporterResidentId!: string | null
  @Column('text') reporterName!: string
  @Column('text', { nullable: true }) reporterPhone!: string | null
  @Column('uuid', { nullable: true }) registeredBy!: string | null
  @Column('uuid', { nullable: true }) assigneeId!: string | null
  @Column('jsonb') assignedBecause!: { rule: string; text: string }[]
  @Column('uuid') standardAdoptionId!: string
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null
  @Column('text', { nullable: true }) dueClock!: ClockName | null
  @Column('int') round!: number
  @Column('boolean') flaggedNoProgress!: boolean
  @Column('timestamptz') reportedAt!: Date
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null
  @Column('int') version!: number
}
