import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { WechatPay } from '../../../wechat/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addMerchant, noteTest, placeOfMerchant, setMerchantKeys, stopMerchant } from '../merchants/keep-merchant.ts'
import { MerchantTest } from '../merchants/merchant-test.ts'
import { Merchants } from '../merchants/merchants.ts'
import { needWholeCompany } from '../merchants/whole-company.ts'
import { listMerchants } from '../queries/list-merchants.ts'
import { AddMerchant, PayMerchantView, SetMerchantKeys } from './merchants.dto.ts'
import { SeenMoney } from './payments.dto.ts'

/** Who takes a community's money by WeChat Pay. Every route answers with the list as it is then; secrets come in and never out. */
@ApiTags('payments')
@Controller('communities/:communityId/pay-merchants')
@CalledBy({ permission: 'payments.merchant' })
export class MerchantsController {
  readonly #database: Database
  readonly #identity: IdentityDatabase
  readonly #merchants: Merchants
  readonly #test: MerchantTest
  readonly #appid: string

  constructor(database: Database, identity: IdentityDatabase, merchants: Merchants, test: MerchantTest, pay: WechatPay) {
    this.#database = database
    this.#identity = identity
    this.#merchants = merchants
    this.#test = test
    this.#appid = pay.appid
  }

  @Get()
  @ApiOkResponse({ type: PayMerchantView, isArray: true })
  listMerchants(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<PayMerchantView[]> {
    return listMerchants(this.#database, act, communityId)
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: PayMerchantView, isArray: true })
  async addMerchant(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { ofCompany, ...body }: AddMerchant,
  ): Promise<PayMerchantView[]> {
    if (ofCompany) await needWholeCompany(this.#identity, act)
    const draft = { ...body, communityId: ofCompany ? null : communityId }
    const [appid, merchants] = [this.#appid, this.#merchants]
    await this.#database.write(act, (tx) => addMerchant(tx, act, { draft, appid, merchants }))
    return listMerchants(this.#database, act, communityId)
  }

  @Put(':id/keys')
  @ApiOkResponse({ type: PayMerchantView, isArray: true })
  async setMerchantKeys(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SetMerchantKeys,
  ): Promise<PayMerchantView[]> {
    await this.#mayChange(act, communityId, id)
    await this.#database.write(act, (tx) => setMerchantKeys(tx, act, id, body))
    return listMerchants(this.#database, act, communityId)
  }

  /** Signs a question that changes nothing, and sees whether the answer is believed. */
  @Post(':id/test')
  @HttpCode(200)
  @ApiOkResponse({ type: PayMerchantView, isArray: true })
  async testMerchant(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<PayMerchantView[]> {
    await this.#database.write(act, (tx) => placeOfMerchant(tx, act, communityId, id))
    const trouble = await this.#test.troubleOf(id)
    await this.#database.write(act, (tx) => noteTest(tx, act, id, trouble))
    return listMerchants(this.#database, act, communityId)
  }

  @Post(':id/stop')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: PayMerchantView, isArray: true })
  async stopMerchant(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version }: SeenMoney,
  ): Promise<PayMerchantView[]> {
    await this.#mayChange(act, communityId, id)
    await this.#database.write(act, (tx) => stopMerchant(tx, act, id, version))
    return listMerchants(this.#database, act, communityId)
  }

  /** What is the whole company's is changed by who answers for all of it. */
  async #mayChange(act: CallerAct, communityId: string, id: string): Promise<void> {
    const idempotency = null
    const place = await this.#database.write({ ...act, idempotency }, (tx) => placeOfMerchant(tx, act, communityId, id))
    if (place === null) await needWholeCompany(this.#identity, act)
  }
}
