import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { listCommunities } from '../queries/list-communities.ts'
import { listHouseholds } from '../queries/list-households.ts'
import { listPlaces, listRooms } from '../queries/list-places.ts'
import { CommunitySummary, Place, RoomQuery, Rooms, UnitPage, UnitQuery } from './organisation.dto.ts'

@ApiTags('organisation')
@Controller('communities')
export class CommunitiesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy('staff')
  @ApiOkResponse({ type: [CommunitySummary] })
  listCommunities(@CurrentCaller() act: CallerAct): Promise<CommunitySummary[]> {
    return listCommunities(this.#database, act)
  }

  @Get(':communityId/places')
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: [Place] })
  listPlaces(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<Place[]> {
    return listPlaces(this.#database, act, communityId)
  }

  @Get(':communityId/rooms')
  @CalledBy('signed-in')
  @ApiOkResponse({ type: Rooms })
  listRooms(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Query() query: RoomQuery): Promise<Rooms> {
    return listRooms(this.#database, act, communityId, query.buildingId)
  }

  @Get(':communityId/units')
  @CalledBy({ permission: 'archive.read' })
  @ApiOkResponse({ type: UnitPage })
  listUnits(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: UnitQuery,
  ): Promise<UnitPage> {
    return listHouseholds(this.#database, act, communityId, query)
  }
}
