import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addRegion, removeRegion, renameRegion } from '../actions/keep-regions.ts'
import { overWholeCompany } from '../actions/whole-company.ts'
import { listRegions, readRegion } from '../queries/read-community.ts'
import { AddRegion, Region, RemoveRegion, RenameRegion } from './communities.dto.ts'

@ApiTags('communities')
@Controller('regions')
export class RegionsController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Get()
  @CalledBy('staff')
  @ApiOkResponse({ type: [Region] })
  listRegions(@CurrentCaller() act: CallerAct): Promise<Region[]> {
    return listRegions(this.#database, act, act.caller.staff!.companyId)
  }

  @Post()
  @CalledBy({ permission: 'communities.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: Region })
  async addRegion(@CurrentCaller() act: CallerAct, @Body() body: AddRegion): Promise<Region> {
    const company = await overWholeCompany(this.#identity, act)
    const { id } = await this.#database.write(company, (tx) => addRegion(tx, company, body.name))
    return readRegion(this.#database, company, act.caller.staff!.companyId, id)
  }

  @Put(':id')
  @CalledBy({ permission: 'communities.edit' })
  @ApiOkResponse({ type: Region })
  async renameRegion(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() body: RenameRegion): Promise<Region> {
    const company = await overWholeCompany(this.#identity, act)
    await this.#database.write(company, (tx) => renameRegion(tx, company, id, body))
    return readRegion(this.#database, company, act.caller.staff!.companyId, id)
  }

  @Post(':id/remove')
  @CalledBy({ permission: 'communities.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeRegion(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() body: RemoveRegion): Promise<void> {
    const company = await overWholeCompany(this.#identity, act)
    await this.#database.write(company, (tx) => removeRegion(tx, company, id, body.version))
  }
}
