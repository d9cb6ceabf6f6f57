import type { ComplaintLevel, ComplaintSort, PostCode } from '@yinuo/contracts'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What a complaint, a suggestion or praise adds to a case. */
@Entity('complaints')
export class Complaint {
  @PrimaryColumn('uuid') communityId!: string
  @PrimaryColumn('uuid') caseId!: string
  @Column('text') sort!: ComplaintSort
  @Column('text') department!: PostCode
  @Column('boolean') anonymous!: boolean
  @Column('text') level!: ComplaintLevel
  @Column('text', { nullable: true }) complexBecause!: string | null
  @Column('text', { nullable: true }) solution!: string | null
  @Column('timestamptz', { nullable: true }) solutionAt!: Date | null
  @Column('text', { nullable: true }) result!: string | null
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null
  @Column('int', { nullable: true }) rating!: number | null
  @Column('text', { nullable: true }) ratingComment!: string | null
}
