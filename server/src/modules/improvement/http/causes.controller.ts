import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addCause, editCause } from '../actions/keep-cause.ts'
import { nameCause } from '../actions/name-cause.ts'
import { readRepeatRules, setRepeatRules } from '../actions/repeat-rules.ts'
import { readCaseCause } from '../queries/case-cause.ts'
import { analyseCauses, casesOfCause } from '../queries/cause-analysis.ts'
import { editsCausesCompanyWide, listCauses } from '../queries/list-causes.ts'
import {
  AnalysisQuery,
  CaseCause,
  Cause,
  CauseAnalysis,
  CauseCasePage,
  CauseCaseQuery,
  CauseQuery,
  Causes,
  EditedCause,
  NameCause,
  NewCause,
  RepeatRules,
} from './causes.dto.ts'

/** Whoever works on a case, watches over it, or sees to improvement; which cases, the query says. */
const CASE_PEOPLE = [
  { permission: 'repairs.read' },
  { permission: 'repairs.work' },
  { permission: 'complaints.read' },
  { permission: 'complaints.handle' },
] as const

/** Why things happen: causes, which case has which, and how they add up. */
@ApiTags('improvement')
@Controller('communities/:communityId')
export class CausesController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Get('causes')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: Causes })
  async listCauses(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: CauseQuery,
  ): Promise<Causes> {
    const [items, editsCompanyWide] = await Promise.all([
      listCauses(this.#database, act, communityId, query),
      editsCausesCompanyWide(this.#identity, act),
    ])
    return { items, editsCompanyWide }
  }

  @Post('causes')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: Cause })
  async addCause(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewCause,
  ): Promise<Cause> {
    if (body.companyWide && !(await editsCausesCompanyWide(this.#identity, act))) throw new ProblemError('CAUSE_COMPANY_WIDE')
    const id = await this.#database.write(act, (tx) => addCause(tx, act, communityId, body))
    return this.#cause(act, communityId, id)
  }

  @Put('causes/:id')
  @CalledBy({ permission: 'improvement.edit' })
  @ApiOkResponse({ type: Cause })
  async editCause(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedCause,
  ): Promise<Cause> {
    const companyWide = await editsCausesCompanyWide(this.#identity, act)
    await this.#database.write(act, (tx) => editCause(tx, act, communityId, id, { ...body, companyWide }))
    return this.#cause(act, communityId, id)
  }

  @Get('cases/:id/cause')
  @CalledBy(...CASE_PEOPLE)
  @ApiOkResponse({ type: CaseCause })
  readCaseCause(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<CaseCause> {
    return readCaseCause(this.#database, act, communityId, id)
  }

  @Put('cases/:id/cause')
  @CalledBy(...CASE_PEOPLE)
  @ApiOkResponse({ type: CaseCause })
  async nameCause(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NameCause,
  ): Promise<CaseCause> {
    await this.#database.write(act, (tx) => nameCause(tx, act, communityId, id, body))
    return readCaseCause(this.#database, act, communityId, id)
  }

  @Get('cause-analysis')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: CauseAnalysis })
  analyseCauses(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: AnalysisQuery,
  ): Promise<CauseAnalysis> {
    return analyseCauses(this.#database, act, communityId, query)
  }

  @Get('cause-cases')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: CauseCasePage })
  listCauseCases(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: CauseCaseQuery,
  ): Promise<CauseCasePage> {
    return casesOfCause(this.#database, act, communityId, query)
  }

  @Get('repeat-rules')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: RepeatRules })
  async readRepeatRules(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<RepeatRules> {
    return { rules: await readRepeatRules(this.#database, act, communityId) }
  }

  @Put('repeat-rules')
  @CalledBy({ permission: 'improvement.edit' })
  @ApiOkResponse({ type: RepeatRules })
  async setRepeatRules(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { rules }: RepeatRules,
  ): Promise<RepeatRules> {
    await this.#database.write(act, (tx) => setRepeatRules(tx, act, communityId, rules))
    return { rules: await readRepeatRules(this.#database, act, communityId) }
  }

  async #cause(act: CallerAct, communityId: string, only: string): Promise<Cause> {
    const [cause] = await listCauses(this.#database, act, communityId, { only, retired: true })
    return cause!
  }
}
