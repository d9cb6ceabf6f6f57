import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { registerOwnVehicle, removeOwnVehicle } from '../actions/own-vehicles.ts'
import { ownVehicles } from '../queries/own-vehicles.ts'
import { HomeVehicles, HomeVehiclesQuery, OwnVehicle, OwnVehicleKept } from './vehicles.dto.ts'

/** The vehicles and spaces of a home, as its own people see and keep them. */
@ApiTags('archive')
@Controller('communities/:communityId/household-vehicles')
export class HouseholdVehiclesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy('resident')
  @ApiOkResponse({ type: HomeVehicles })
  ownVehicles(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: HomeVehiclesQuery,
  ): Promise<HomeVehicles> {
    return ownVehicles(this.#database, act, communityId, query.unitId)
  }

  @Post()
  @CalledBy('resident')
  @Idempotent()
  @ApiCreatedResponse({ type: OwnVehicleKept })
  registerOwnVehicle(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: OwnVehicle,
  ): Promise<OwnVehicleKept> {
    return this.#database.write(act, (tx) => registerOwnVehicle(tx, act, communityId, body))
  }

  @Post(':id/remove')
  @CalledBy('resident')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeOwnVehicle(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<void> {
    return this.#database.write(act, (tx) => removeOwnVehicle(tx, act, communityId, id))
  }
}
