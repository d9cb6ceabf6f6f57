import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { setLateFee, setStages } from '../actions/arrange.ts'
import { approveWaiver, askWaiver, refuseWaiver } from '../actions/waive-late-fee.ts'
import { lateFeeTerms, lateFeeWaivers, reminderStages } from '../queries/arrangements.ts'
import {
  LateFeeTermsRow,
  LateFeeWaiverPage,
  LateFeeWaiverQuery,
  NewLateFeeWaiver,
  RefusedLateFeeWaiver,
  ReminderStages,
  SeenLateFeeWaiver,
  SetLateFeeTerms,
  SetReminderStages,
} from './arrangements.dto.ts'

/** When a community reminds, and what a contract says of late payment. */
@ApiTags('arrears')
@Controller('communities/:communityId')
export class ArrangementsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('reminder-stages')
  @CalledBy({ permission: 'arrears.read' })
  @ApiOkResponse({ type: ReminderStages })
  listReminderStages(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ReminderStages> {
    return reminderStages(this.#database, act, communityId)
  }

  @Put('reminder-stages')
  @CalledBy({ permission: 'billing.edit' })
  @ApiOkResponse({ type: ReminderStages })
  async setReminderStages(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { stages }: SetReminderStages,
  ): Promise<ReminderStages> {
    await this.#database.write(act, (tx) => setStages(tx, act, communityId, stages))
    return reminderStages(this.#database, act, communityId)
  }

  @Get('late-fee-terms')
  @CalledBy({ permission: 'arrears.read' })
  @ApiOkResponse({ type: [LateFeeTermsRow] })
  listLateFeeTerms(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<LateFeeTermsRow[]> {
    return lateFeeTerms(this.#database, act, communityId)
  }

  @Put('late-fee-terms/:chargeId')
  @CalledBy({ permission: 'billing.edit' })
  @ApiOkResponse({ type: [LateFeeTermsRow] })
  async setLateFeeTerms(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('chargeId') chargeId: string,
    @Body() body: SetLateFeeTerms,
  ): Promise<LateFeeTermsRow[]> {
    await this.#database.write(act, (tx) => setLateFee(tx, act, communityId, chargeId, body))
    return lateFeeTerms(this.#database, act, communityId)
  }

  @Get('late-fee-waivers')
  @CalledBy({ permission: 'arrears.read' })
  @ApiOkResponse({ type: LateFeeWaiverPage })
  listLateFeeWaivers(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: LateFeeWaiverQuery,
  ): Promise<LateFeeWaiverPage> {
    return lateFeeWaivers(this.#database, act, communityId, query)
  }

  @Post('late-fee-waivers')
  @CalledBy({ permission: 'arrears.remind' })
  @Idempotent()
  @ApiCreatedResponse({ type: LateFeeWaiverPage })
  async askLateFeeWaiver(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewLateFeeWaiver,
  ): Promise<LateFeeWaiverPage> {
    await this.#database.write(act, (tx) => askWaiver(tx, act, communityId, body))
    return this.#waiting(act, communityId)
  }

  @Post('late-fee-waivers/:id/approve')
  @CalledBy({ permission: 'billing.run' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LateFeeWaiverPage })
  async approveLateFeeWaiver(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenLateFeeWaiver,
  ): Promise<LateFeeWaiverPage> {
    await this.#database.write(act, (tx) => approveWaiver(tx, act, communityId, id, body))
    return this.#waiting(act, communityId)
  }

  @Post('late-fee-waivers/:id/refuse')
  @CalledBy({ permission: 'billing.run' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LateFeeWaiverPage })
  async refuseLateFeeWaiver(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RefusedLateFeeWaiver,
  ): Promise<LateFeeWaiverPage> {
    await this.#database.write(act, (tx) => refuseWaiver(tx, act, communityId, id, body))
    return this.#waiting(act, communityId)
  }

  #waiting(act: CallerAct, communityId: string): Promise<LateFeeWaiverPage> {
    return lateFeeWaivers(this.#database, act, communityId, { limit: 20 })
  }
}
