import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addVehicle, editVehicle, endVehicle } from '../actions/keep-vehicles.ts'
import { listVehicles } from '../queries/list-vehicles.ts'
import { Kept, RowVersion } from './structure.dto.ts'
import { VehicleDraft, VehicleEdit, VehiclePage, VehicleQuery } from './vehicles.dto.ts'

@ApiTags('archive')
@Controller('communities/:communityId/vehicles')
export class VehiclesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy({ permission: 'archive.read' })
  @ApiOkResponse({ type: VehiclePage })
  listVehicles(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: VehicleQuery,
  ): Promise<VehiclePage> {
    return listVehicles(this.#database, act, communityId, query)
  }

  @Post()
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: Kept })
  addVehicle(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Body() body: VehicleDraft): Promise<Kept> {
    return this.#database.write(act, (tx) => addVehicle(tx, act, communityId, body))
  }

  @Put(':id')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: Kept })
  editVehicle(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: VehicleEdit,
  ): Promise<Kept> {
    return this.#database.write(act, (tx) => editVehicle(tx, act, communityId, id, body))
  }

  @Post(':id/end')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  endVehicle(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RowVersion,
  ): Promise<void> {
    return this.#database.write(act, (tx) => endVehicle(tx, act, communityId, id, body.version))
  }
}
