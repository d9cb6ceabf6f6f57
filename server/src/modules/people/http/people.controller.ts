import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, hashPassword, signStaffOut, type CallerAct } from '../../access/index.ts'
import { addStaff } from '../actions/add-staff.ts'
import { editStaff } from '../actions/edit-staff.ts'
import { loadLeaver } from '../actions/owed-work.ts'
import { withCompanyReach } from '../queries/company-reach.ts'
import { findStaffRow, listStaff } from '../queries/list-staff.ts'
import { StaffDraft, StaffPage, StaffQuery, StaffRow } from './people.dto.ts'

@ApiTags('people')
@Controller()
export class PeopleController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Get('staff')
  @CalledBy({ permission: 'people.read' })
  @ApiOkResponse({ type: StaffPage })
  listStaff(@CurrentCaller() act: CallerAct, @Query() filter: StaffQuery): Promise<StaffPage> {
    return listStaff(this.#database, act, filter)
  }

  @Post('staff')
  @CalledBy({ permission: 'people.edit' })
  @ApiCreatedResponse({ type: StaffRow })
  async addStaff(@CurrentCaller() act: CallerAct, @Body() draft: StaffDraft): Promise<StaffRow> {
    const passwordHash = draft.password ? await hashPassword(draft.password) : null
    const company = await withCompanyReach(this.#identity, act)
    const id = await this.#database.write(company, (tx) => addStaff(tx, company, draft, passwordHash))
    return findStaffRow(this.#database, act, id)
  }

  @Put('staff/:id')
  @CalledBy({ permission: 'people.edit' })
  @ApiOkResponse({ type: StaffRow })
  async editStaff(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() draft: StaffDraft): Promise<StaffRow> {
    const passwordHash = draft.password ? await hashPassword(draft.password) : null
    const company = await withCompanyReach(this.#identity, act)
    await this.#database.write(company, (tx) => editStaff(tx, company, id, draft, passwordHash))
    return findStaffRow(this.#database, act, id)
  }

  /** Who could be made to leave can be signed out, and nobody else: otherwise anybody could keep head office out. */
  @Post('staff/:id/sign-out-everywhere')
  @HttpCode(204)
  @CalledBy({ permission: 'people.edit' })
  @ApiNoContentResponse()
  async signStaffOut(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<void> {
    const company = await withCompanyReach(this.#identity, act)
    await signStaffOut(this.#identity, this.#database, act, id, () =>
      this.#database.write(company, (tx) => loadLeaver(tx, company, id)),
    )
  }
}
