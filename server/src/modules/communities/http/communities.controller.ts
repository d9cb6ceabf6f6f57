import { Body, Controller, Get, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { newId } from '../../../platform/clock/index.ts'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { editCommunity } from '../actions/edit-community.ts'
import { openCommunity } from '../actions/open-community.ts'
import { setServices } from '../actions/set-services.ts'
import { overWholeCompany } from '../actions/whole-company.ts'
import { listServices, readCommunity } from '../queries/read-community.ts'
import { CommunityDraft, CommunityProfile, CommunityService, CommunityServices, OpenCommunity } from './communities.dto.ts'

@ApiTags('communities')
@Controller('communities')
export class CommunityProfileController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Post()
  @CalledBy({ permission: 'communities.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: CommunityProfile })
  async openCommunity(@CurrentCaller() act: CallerAct, @Body() body: OpenCommunity): Promise<CommunityProfile> {
    const company = await overWholeCompany(this.#identity, act)
    const fresh = newId(act.now)
    const within = { ...company, reach: { ...company.reach, communities: [...company.reach.communities, fresh] } }
    const { id } = await this.#database.write(within, (tx) => openCommunity(tx, within, fresh, body))
    return readCommunity(this.#database, { ...within, reach: { ...within.reach, communities: [id] } }, id)
  }

  @Get(':communityId')
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: CommunityProfile })
  readCommunity(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<CommunityProfile> {
    return readCommunity(this.#database, act, communityId)
  }

  @Put(':communityId')
  @CalledBy({ permission: 'communities.edit' })
  @ApiOkResponse({ type: CommunityProfile })
  async editCommunity(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: CommunityDraft,
  ): Promise<CommunityProfile> {
    const mayMove = () => overWholeCompany(this.#identity, act)
    await this.#database.write(act, (tx) => editCommunity(tx, act, communityId, body, mayMove))
    return readCommunity(this.#database, act, communityId)
  }

  @Get(':communityId/services')
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: [CommunityService] })
  listServices(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<CommunityService[]> {
    return listServices(this.#database, act, communityId)
  }

  @Put(':communityId/services')
  @CalledBy({ permission: 'communities.edit' })
  @ApiOkResponse({ type: [CommunityService] })
  async setServices(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: CommunityServices,
  ): Promise<CommunityService[]> {
    await this.#database.write(act, (tx) => setServices(tx, act, communityId, body))
    return listServices(this.#database, act, communityId)
  }
}
