import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { endResidency, limitResidency } from '../actions/manage-household-member.ts'
import { listHouseholdMembers } from '../queries/list-household-members.ts'
import { HouseholdMembers, HouseholdQuery, ResidencyTerm } from './household-members.dto.ts'

@ApiTags('organisation')
@Controller('communities/:communityId/household-members')
export class HouseholdMembersController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy('resident')
  @ApiOkResponse({ type: HouseholdMembers })
  listHouseholdMembers(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: HouseholdQuery,
  ): Promise<HouseholdMembers> {
    return listHouseholdMembers(this.#database, act, communityId, query.unitId)
  }

  @Put(':id/term')
  @CalledBy('resident')
  @HttpCode(204)
  @ApiNoContentResponse()
  limitResidency(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ResidencyTerm,
  ): Promise<void> {
    return this.#database.write(act, (tx) => limitResidency(tx, act, communityId, id, body.validUntil))
  }

  @Post(':id/end')
  @CalledBy('resident')
  @HttpCode(204)
  @ApiNoContentResponse()
  endResidency(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<void> {
    return this.#database.write(act, (tx) => endResidency(tx, act, communityId, id))
  }
}
