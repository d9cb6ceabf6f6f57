import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { stopReminding } from '../actions/arrange.ts'
import { remindHousehold } from '../actions/remind.ts'
import { householdArrears } from '../queries/household.ts'
import { arrearsSummary, listArrears } from '../queries/list-arrears.ts'
import { ArrearsPage, ArrearsQuery, ArrearsSummary, HouseholdArrears, NewReminder, StoppedReminding } from './arrears.dto.ts'

/** Who is behind with paying, and how they are asked. */
@ApiTags('arrears')
@Controller('communities/:communityId')
export class ArrearsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('arrears')
  @CalledBy({ permission: 'arrears.read' })
  @ApiOkResponse({ type: ArrearsPage })
  listArrears(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: ArrearsQuery,
  ): Promise<ArrearsPage> {
    return listArrears(this.#database, act, communityId, query)
  }

  @Get('arrears-summary')
  @CalledBy({ permission: 'arrears.read' })
  @ApiOkResponse({ type: ArrearsSummary })
  summariseArrears(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ArrearsSummary> {
    return arrearsSummary(this.#database, act, communityId)
  }

  @Get('households/:unitId/arrears')
  @CalledBy({ permission: 'arrears.read' })
  @ApiOkResponse({ type: HouseholdArrears })
  readHouseholdArrears(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
  ): Promise<HouseholdArrears> {
    return householdArrears(this.#database, act, communityId, unitId)
  }

  @Post('households/:unitId/reminders')
  @CalledBy({ permission: 'arrears.remind' })
  @Idempotent()
  @ApiCreatedResponse({ type: HouseholdArrears })
  async remindHousehold(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Body() body: NewReminder,
  ): Promise<HouseholdArrears> {
    await this.#database.write(act, (tx) => remindHousehold(tx, act, communityId, unitId, body))
    return householdArrears(this.#database, act, communityId, unitId)
  }

  @Post('households/:unitId/stop-reminding')
  @CalledBy({ permission: 'arrears.remind' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: HouseholdArrears })
  async stopReminding(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('unitId') unitId: string,
    @Body() body: StoppedReminding,
  ): Promise<HouseholdArrears> {
    await this.#database.write(act, (tx) => stopReminding(tx, act, communityId, unitId, body))
    return householdArrears(this.#database, act, communityId, unitId)
  }
}
