import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addUnits, planUnits } from '../actions/add-units.ts'
import { addBuilding, editBuilding, orderBuildings, renameEntrance } from '../actions/keep-buildings.ts'
import { addUnit, editUnit, removeUnit } from '../actions/keep-units.ts'
import { listBuildings, unitsOfBuilding } from '../queries/read-structure.ts'
import {
  BuildingDraft,
  BuildingEdit,
  BuildingOrder,
  BuildingRow,
  EntranceRename,
  Kept,
  PlannedUnit,
  RowVersion,
  UnitBatch,
  UnitCell,
  UnitDraft,
  UnitEdit,
  UnitsAdded,
} from './structure.dto.ts'

/** Buildings, their entrances and units, as the office keeps them. */
@ApiTags('archive')
@Controller('communities/:communityId')
export class StructureController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('buildings')
  @CalledBy({ permission: 'archive.read' })
  @ApiOkResponse({ type: [BuildingRow] })
  listBuildings(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<BuildingRow[]> {
    return listBuildings(this.#database, act, communityId)
  }

  @Get('buildings/:id/units')
  @CalledBy({ permission: 'archive.read' })
  @ApiOkResponse({ type: [UnitCell] })
  unitsOfBuilding(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<UnitCell[]> {
    return unitsOfBuilding(this.#database, act, communityId, id)
  }

  @Post('buildings')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: Kept })
  addBuilding(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: BuildingDraft,
  ): Promise<Kept> {
    return this.#database.write(act, (tx) => addBuilding(tx, act, communityId, body))
  }

  @Put('buildings/:id')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: Kept })
  editBuilding(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: BuildingEdit,
  ): Promise<Kept> {
    return this.#database.write(act, (tx) => editBuilding(tx, act, communityId, id, body))
  }

  @Put('building-order')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  orderBuildings(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: BuildingOrder,
  ): Promise<void> {
    return this.#database.write(act, (tx) => orderBuildings(tx, act, communityId, body.buildingIds))
  }

  @Put('buildings/:id/entrances')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: Kept })
  renameEntrance(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EntranceRename,
  ): Promise<Kept> {
    return this.#database.write(act, (tx) => renameEntrance(tx, act, communityId, id, body))
  }

  @Post('units')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: Kept })
  addUnit(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Body() body: UnitDraft): Promise<Kept> {
    return this.#database.write(act, (tx) => addUnit(tx, act, communityId, body))
  }

  @Put('units/:id')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: Kept })
  editUnit(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: UnitEdit,
  ): Promise<Kept> {
    return this.#database.write(act, (tx) => editUnit(tx, act, communityId, id, body))
  }

  @Post('units/:id/remove')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  removeUnit(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RowVersion,
  ): Promise<void> {
    return this.#database.write(act, (tx) => removeUnit(tx, act, communityId, id, body.version))
  }

  @Post('unit-batches/preview')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(200)
  @ApiOkResponse({ type: [PlannedUnit] })
  planUnits(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: UnitBatch,
  ): Promise<PlannedUnit[]> {
    return planUnits(this.#database, act, communityId, body)
  }

  @Post('unit-batches')
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: UnitsAdded })
  addUnits(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: UnitBatch,
  ): Promise<UnitsAdded> {
    return this.#database.write(act, (tx) => addUnits(tx, act, communityId, body))
  }
}
