import { ApiProperty } from '@nestjs/swagger'
import { callKinds, complaintSorts, type CallKind, type ComplaintSort } from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Day, Line, Matching, OneOf, PhoneNumber, Switch, Text, Uuid, Whole } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const EMAIL = /^$|^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,24}$/

export class ContactSheetDraft {
  @Matching(EMAIL, '请填写正确的邮箱地址，如 fuwu@example.com；没有可不填。', { optional: true }) email?: string
  @Line('前台位置', { max: 60, optional: true }) frontDesk?: string
  @Line('公众号', { max: 40, optional: true }) officialAccount?: string
  @Line('监督委员会', { max: 100, optional: true }) committee?: string
  @Text('补充说明', { max: 300, optional: true }) note?: string
  @Uuid('公众号二维码', { optional: true }) accountFileId?: string
  /** 0: nobody has written it yet */
  @Whole('版本', { min: 0, max: 2_147_483_647 }) version!: number
}

export class ContactBox {
  @ApiProperty(text) name!: string
  @ApiProperty(text) place!: string
  @ApiProperty(day) nextOn!: string
  @ApiProperty(orNull(instant)) lastEmptiedAt!: string | null
}

export class ContactSheet {
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) address!: string
  /** answered day and night */
  @ApiProperty(text) hotline!: string
  /** of the front desk, as the work calendar has them */
  @ApiProperty(text) hours!: string
  @ApiProperty(text) email!: string
  @ApiProperty(text) frontDesk!: string
  @ApiProperty(text) officialAccount!: string
  /** the code of the official account, to be read with WeChat */
  @ApiProperty(orNull(one(FileView))) accountPicture!: FileView | null
  @ApiProperty(text) committee!: string
  @ApiProperty(text) note!: string
  @ApiProperty(listOf(ContactBox)) boxes!: ContactBox[]
  @ApiProperty(whole) version!: number
}

export class CommunityCode {
  /** null: no code of the community itself was made */
  @ApiProperty(orNull(text)) picture!: string | null
}

export class HotlineCallQuery extends PageQuery {
  @OneOf(callKinds, 'CallKind', '去向', { optional: true }) kind?: CallKind
  @Line('搜索内容', { max: 40, optional: true }) query?: string
  @Day('开始日期', { optional: true }) firstDay?: string
  @Day('结束日期', { optional: true }) lastDay?: string
  @Switch('未办结') open?: boolean
}

export class HotlineCall {
  @ApiProperty(id) id!: string
  @ApiProperty(code(callKinds, 'CallKind')) kind!: CallKind
  @ApiProperty(text) number!: string
  /** of the kind's own states */
  @ApiProperty(text) state!: string
  /** of the kind's own categories */
  @ApiProperty(text) category!: string
  @ApiProperty(orNull(code(complaintSorts, 'ComplaintSort'))) sort!: ComplaintSort | null
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(text) description!: string
  @ApiProperty(text) callerName!: string
  @ApiProperty(orNull(text)) callerPhoneMasked!: string | null
  @ApiProperty(instant) reportedAt!: string
  @ApiProperty(truth) open!: boolean
  @ApiProperty(truth) late!: boolean
  /** who wrote it down */
  @ApiProperty(orNull(text)) takenByName!: string | null
  @ApiProperty(orNull(text)) assigneeName!: string | null
  /** of what was answered at once */
  @ApiProperty(orNull(text)) answer!: string | null
}
export class HotlineCallPage extends PageOf(HotlineCall) {}

export class NewHotlineAnswer {
  @Line('来电人', { max: 40 }) name!: string
  @PhoneNumber('来电号码', { optional: true }) phone?: string
  @Uuid('住户', { optional: true }) residentId?: string
  @Uuid('房屋', { optional: true }) unitId?: string
  @Text('咨询内容', { max: 1000 }) question!: string
  @Text('答复', { max: 1000 }) answer!: string
}

export class HotlineAnswerReceipt {
  @ApiProperty(id) id!: string
  @ApiProperty(text) number!: string
}
