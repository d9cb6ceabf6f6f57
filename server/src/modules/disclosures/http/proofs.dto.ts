import { ApiProperty } from '@nestjs/swagger'
import { funds, publishedSides, type Fund, type PublishedSide } from '@yinuo/contracts'
import { Matching } from '../../../platform/http/fields.ts'
import { PageOf } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, one, orNull, text, whole } from '../../../platform/http/shapes.ts'
import { AnsweredDisclosureQuestion, DisclosureEdition, DisclosurePeriodBefore, DisclosureTotal } from './disclosures.dto.ts'

const side = code(publishedSides, 'PublishedSide')

/** What is signed: see libs/disclosure-proof. */
export class DisclosureHead {
  @ApiProperty(text) company!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) community!: string
  @ApiProperty(text) fund!: string
  @ApiProperty(day) from!: string
  @ApiProperty(day) to!: string
  @ApiProperty(whole) version!: number
  @ApiProperty(whole) sequence!: number
  @ApiProperty(fen) openingFen!: number
  @ApiProperty(fen) closingFen!: number
  @ApiProperty(listOf(DisclosureTotal)) totals!: DisclosureTotal[]
  @ApiProperty(whole) lines!: number
  @ApiProperty(text) root!: string
  @ApiProperty(text) notes!: string
  @ApiProperty(text) reason!: string
  @ApiProperty(text) before!: string
  @ApiProperty(instant) postedAt!: string
}

export class SignedDisclosure {
  @ApiProperty(one(DisclosureHead)) head!: DisclosureHead
  @ApiProperty(text) signature!: string
  @ApiProperty(text) publicKey!: string
}

export class ProvenLine {
  @ApiProperty(whole) number!: number
  @ApiProperty(day) day!: string
  @ApiProperty(side) side!: PublishedSide
  @ApiProperty(text) charge!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(text) text!: string
  @ApiProperty(listOf(text)) vouchers!: string[]
  @ApiProperty(text) commitment!: string
}

export class LineInclusion {
  @ApiProperty(one(ProvenLine)) line!: ProvenLine
  @ApiProperty(listOf(text)) path!: string[]
}

export class LineProof extends LineInclusion {
  @ApiProperty(one(SignedDisclosure)) disclosure!: SignedDisclosure
}

export class DisclosureBundle {
  @ApiProperty(one(SignedDisclosure)) disclosure!: SignedDisclosure
  @ApiProperty(listOf(SignedDisclosure)) chain!: SignedDisclosure[]
  @ApiProperty(listOf(ProvenLine)) lines!: ProvenLine[]
}

export class LineSecret {
  @ApiProperty(text) salt!: string
  @ApiProperty(id) entryId!: string
  @ApiProperty(orNull(id)) paymentId!: string | null
  @ApiProperty(orNull(id)) billId!: string | null
}

/** A payment of the caller's own. Without a line it is not in the disclosure. */
export class OwnDisclosureLine {
  @ApiProperty(day) day!: string
  @ApiProperty(side) side!: PublishedSide
  @ApiProperty(text) charge!: string
  /** as the books have it */
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(instant) paidAt!: string
  @ApiProperty({ ...one(LineSecret), nullable: true }) secret!: LineSecret | null
  @ApiProperty({ ...one(LineInclusion), nullable: true }) inclusion!: LineInclusion | null
}

export class PostedDisclosureRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(code(funds, 'Fund')) fund!: Fund
  @ApiProperty(day) from!: string
  @ApiProperty(day) to!: string
  @ApiProperty(whole) edition!: number
  @ApiProperty(fen) openingFen!: number
  @ApiProperty(fen) closingFen!: number
  @ApiProperty(listOf(DisclosureTotal)) totals!: DisclosureTotal[]
  @ApiProperty(whole) lines!: number
  @ApiProperty(instant) postedAt!: string
}
export class PostedDisclosurePage extends PageOf(PostedDisclosureRow) {}

export class PostedDisclosure {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(one(SignedDisclosure)) signed!: SignedDisclosure
  /** what of it stands on paper beside the code */
  @ApiProperty(text) headHash!: string
  @ApiProperty({ ...one(DisclosurePeriodBefore), nullable: true }) before!: DisclosurePeriodBefore | null
  @ApiProperty(listOf(DisclosureEdition)) editions!: DisclosureEdition[]
  @ApiProperty(listOf(AnsweredDisclosureQuestion)) questions!: AnsweredDisclosureQuestion[]
}

export class ProofQuery {
  @Matching(/^[1-9]\d{0,8}$/, '请填写行号，从 1 开始的整数。') line!: string
}
