import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, hashPassword, type CallerAct } from '../../access/index.ts'
import { leaveOffice } from '../actions/leave-office.ts'
import { groupView, loadLeaver, loadOwedWork } from '../actions/owed-work.ts'
import { returnToOffice } from '../actions/return-to-office.ts'
import { OpenWork } from '../open-work.ts'
import { withCompanyReach } from '../queries/company-reach.ts'
import { listHandOvers } from '../queries/list-hand-overs.ts'
import { findStaffRow } from '../queries/list-staff.ts'
import { HandOver, LeaveOffice, OwedGroup, ReturnToOffice } from './hand-over.dto.ts'
import { StaffRow } from './people.dto.ts'

/** Leaving the company and coming back (PER-01). */
@ApiTags('people')
@Controller('staff/:id')
export class HandOverController {
  readonly #database: Database
  readonly #identity: IdentityDatabase
  readonly #openWork: OpenWork

  constructor(database: Database, identity: IdentityDatabase, openWork: OpenWork) {
    this.#database = database
    this.#identity = identity
    this.#openWork = openWork
  }

  @Get('open-work')
  @CalledBy({ permission: 'people.edit' })
  @ApiOkResponse({ type: [OwedGroup] })
  async listOpenWork(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwedGroup[]> {
    const company = await withCompanyReach(this.#identity, act)
    return this.#database.write(company, async (tx) => {
      await loadLeaver(tx, company, id)
      return (await loadOwedWork(tx, this.#openWork.kinds(), id, act.now)).map(groupView)
    })
  }

  @Post('leave')
  @HttpCode(200)
  @Idempotent()
  @CalledBy({ permission: 'people.edit' })
  @ApiOkResponse({ type: StaffRow })
  async leaveOffice(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() wish: LeaveOffice): Promise<StaffRow> {
    const company = await withCompanyReach(this.#identity, act)
    await this.#database.write(company, async (tx) => {
      await leaveOffice(tx, company, this.#openWork.kinds(), id, wish)
    })
    return findStaffRow(this.#database, act, id)
  }

  @Post('return')
  @HttpCode(200)
  @CalledBy({ permission: 'people.edit' })
  @ApiOkResponse({ type: StaffRow })
  async returnToOffice(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() wish: ReturnToOffice): Promise<StaffRow> {
    const passwordHash = wish.password ? await hashPassword(wish.password) : null
    const company = await withCompanyReach(this.#identity, act)
    await this.#database.write(company, (tx) => returnToOffice(tx, company, id, wish, passwordHash))
    return findStaffRow(this.#database, act, id)
  }

  @Get('hand-overs')
  @CalledBy({ permission: 'people.read' })
  @ApiOkResponse({ type: [HandOver] })
  listHandOvers(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<HandOver[]> {
    return listHandOvers(this.#database, act, id)
  }
}
