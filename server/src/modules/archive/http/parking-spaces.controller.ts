import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addSpace, editSpace, withdrawSpace } from '../actions/keep-spaces.ts'
import { listSpaces } from '../queries/list-spaces.ts'
import { Kept, RowVersion } from './structure.dto.ts'
import { SpaceDraft, SpaceEdit, SpacePage, SpaceQuery } from './vehicles.dto.ts'

@ApiTags('archive')
@Controller('communities/:communityId/parking-spaces')
export class ParkingSpacesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy({ permission: 'archive.read' })
  @ApiOkResponse({ type: SpacePage })
  listSpaces(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: SpaceQuery,
  ): Promise<SpacePage> {
    return listSpaces(this.#database, act, communityId, query)
  }

  @Post()
  @CalledBy({ permission: 'archive.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: Kept })
  addSpace(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Body() body: SpaceDraft): Promise<Kept> {
    return this.#database.write(act, (tx) => addSpace(tx, act, communityId, body))
  }

  @Put(':id')
  @CalledBy({ permission: 'archive.edit' })
  @ApiOkResponse({ type: Kept })
  editSpace(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SpaceEdit,
  ): Promise<Kept> {
    return this.#database.write(act, (tx) => editSpace(tx, act, communityId, id, body))
  }

  @Post(':id/withdraw')
  @CalledBy({ permission: 'archive.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  withdrawSpace(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RowVersion,
  ): Promise<void> {
    return this.#database.write(act, (tx) => withdrawSpace(tx, act, communityId, id, body.version))
  }
}
