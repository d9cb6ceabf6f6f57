import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { SubscriptionOffer as SubscriptionOfferView } from '@yinuo/contracts'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, ProblemError } from '../../../platform/http/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { takeAnswers } from '../actions/take-answers.ts'
import { listOffers } from '../queries/list-offers.ts'
import { SubscriptionAnswers, SubscriptionOffer } from './messages.dto.ts'

@ApiTags('messages')
@Controller('me/subscriptions')
@CalledBy('resident')
export class MySubscriptionsController {
  readonly #wechat: Wechat
  readonly #database: Database

  constructor(wechat: Wechat, database: Database) {
    this.#wechat = wechat
    this.#database = database
  }

  @Get()
  @ApiOkResponse({ type: [SubscriptionOffer] })
  listMySubscriptions(@CurrentCaller() act: CallerAct): Promise<SubscriptionOfferView[]> {
    return listOffers(this.#database, act, this.#wechat.templateIds)
  }

  /** Repeating it does nothing: `askId` names the asking. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: [SubscriptionOffer] })
  async answerSubscription(@CurrentCaller() act: CallerAct, @Body() body: SubscriptionAnswers): Promise<SubscriptionOfferView[]> {
    const openid = act.caller.account?.openid
    if (!openid) throw new ProblemError('NOT_ALLOWED')
    const ids = this.#wechat.templateIds
    await this.#database.write(act, (tx) => takeAnswers(tx, act, { openid, ...body }, ids))
    return listOffers(this.#database, act, ids)
  }
}
