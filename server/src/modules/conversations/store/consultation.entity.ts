import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What only a conversation has, beside its case. */
@Entity('consultations')
export class Consultation {
  @PrimaryColumn('uuid') communityId!: string
  @PrimaryColumn('uuid') caseId!: string
  @Column('timestamptz', { nullable: true }) lastAt!: Date | null
  @Column('uuid', { nullable: true }) lastEntryId!: string | null
  @Column('int') residentUnread!: number
  @Column('int') deskUnread!: number
  @Column('timestamptz', { nullable: true }) residentSeenAt!: Date | null
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null
  @Column('int', { nullable: true }) rating!: number | null
  @Column('text', { nullable: true }) ratingComment!: string | null
}
