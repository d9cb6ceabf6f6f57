import { ApiProperty } from '@nestjs/swagger'
import { merchantModes, type MerchantMode } from '@yinuo/contracts'
import { Matching, NestedList, OneOf, Password, Version, YesNo } from '../../../platform/http/fields.ts'
import { code, id, instant, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const MCHID = /^\d{8,10}$/
const KEY_SERIAL = /^(PUB_KEY_ID_\d{10,40}|[0-9A-F]{16,40})$/
/** A PEM as it is copied, over several lines. */
const PEM = /^-----BEGIN [A-Z ]{5,30}-----[A-Za-z0-9+/=\s]{64,8000}-----END [A-Z ]{5,30}-----\s*$/

export class PlatformKeyDraft {
  @Matching(KEY_SERIAL, '请填写微信支付公钥 ID（PUB_KEY_ID_ 开头），或平台证书的序列号（大写）。') serial!: string
  @Matching(PEM, '请粘贴公钥或平台证书的全部内容，含首尾两行。') pem!: string
}

export class MerchantKeys {
  @NestedList(() => PlatformKeyDraft, '微信支付公钥或平台证书', { min: 1, max: 5 }) platformKeys!: PlatformKeyDraft[]
  /** the one WeChat is asked to sign with; the others are good as well */
  @Matching(KEY_SERIAL, '请选择使用的公钥或证书。') keySerial!: string
}

export class SetMerchantKeys extends MerchantKeys {
  @Version() version!: number
}

export class AddMerchant extends MerchantKeys {
  /** for every community that has none of its own */
  @YesNo('是否全公司共用') ofCompany!: boolean
  @OneOf(merchantModes, 'MerchantMode', '接入方式') mode!: MerchantMode
  @Matching(MCHID, '请填写商户号，8–10 位数字。') mchid!: string
  @Matching(MCHID, '请填写子商户号，8–10 位数字。', { optional: true }) subMchid?: string
  @Matching(/^[0-9A-Fa-f]{16,40}$/, '请填写商户 API 证书的序列号。') serialNo!: string
  @Matching(PEM, '请粘贴商户 API 私钥（apiclient_key.pem）的全部内容，含首尾两行。') privateKey!: string
  @Password('APIv3 密钥', { min: 32, max: 32 }) apiKey!: string
}

/** A merchant without its secrets: those are never shown again. */
export class PayMerchantView {
  @ApiProperty(id) id!: string
  @ApiProperty(truth) ofCompany!: boolean
  /** takes the money of this community now */
  @ApiProperty(truth) inUse!: boolean
  @ApiProperty(code(merchantModes, 'MerchantMode')) mode!: MerchantMode
  @ApiProperty(text) mchid!: string
  @ApiProperty(orNull(text)) subMchid!: string | null
  @ApiProperty(text) appid!: string
  @ApiProperty(text) serialNo!: string
  @ApiProperty({ type: String, isArray: true }) keySerials!: string[]
  @ApiProperty(text) keySerial!: string
  @ApiProperty(orNull(instant)) testedAt!: string | null
  /** why the last try failed; null when it went well or there was none */
  @ApiProperty(orNull(text)) testTrouble!: string | null
  @ApiProperty(orNull(instant)) stoppedAt!: string | null
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(whole) version!: number
}
