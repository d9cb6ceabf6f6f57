import { ApiProperty } from '@nestjs/swagger'
import { mailEncryptions, type MailEncryption } from '@yinuo/contracts'
import { Line, Matching, OneOf, Password, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { code, instant, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const EMAIL = /^[a-z0-9][a-z0-9._%+-]{0,60}@(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,6}[a-z]{2,24}$/
/** A name of a server, or the plain address of one inside: no scheme, no path, nothing disguised. */
const HOST = /^(?:(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,6}[a-z]{2,24}|localhost|(?:\d{1,3}\.){3}\d{1,3})$/

export class SetMailbox {
  /** to what residents write */
  @Matching(EMAIL, '请填写收信邮箱，用小写字母，如 tousu@example.com。') address!: string
  @Matching(HOST, '请填写 IMAP 服务器地址，如 imap.example.com，不带 https 和端口。') host!: string
  @Whole('端口', { min: 1, max: 65535 }) port!: number
  @OneOf(mailEncryptions, 'MailEncryption', '加密方式') encryption!: MailEncryption
  @Line('账号', { max: 200 }) username!: string
  /** left out: the one that is kept stays */
  @Password('密码或授权码', { max: 200, optional: true }) password?: string
  @Line('文件夹', { max: 100 }) folder!: string
  /** also letters to none of the addresses that share this mailbox */
  @YesNo('是否收取未写明小区的来信') takesOthers!: boolean
  @YesNo('是否启用') active!: boolean
  @Version() version!: number
}

export class MailboxView {
  @ApiProperty(truth) isSet!: boolean
  @ApiProperty(text) address!: string
  @ApiProperty(text) host!: string
  @ApiProperty(whole) port!: number
  @ApiProperty(code(mailEncryptions, 'MailEncryption')) encryption!: MailEncryption
  @ApiProperty(text) username!: string
  @ApiProperty(text) folder!: string
  @ApiProperty(truth) takesOthers!: boolean
  @ApiProperty(truth) active!: boolean
  @ApiProperty(whole) version!: number
}

export class MailboxState {
  @ApiProperty(orNull(text)) address!: string | null
  @ApiProperty(truth) active!: boolean
  @ApiProperty(orNull(instant)) polledAt!: string | null
  @ApiProperty(orNull(instant)) failingSince!: string | null
  @ApiProperty(orNull(text)) failure!: string | null
  @ApiProperty(whole) waiting!: number
}
