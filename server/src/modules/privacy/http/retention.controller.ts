import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger'
import { retentionSubjects, type RetentionSubject } from '@yinuo/contracts'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { setRetention } from '../actions/set-retention.ts'
import { dayInChina } from '../jobs/system.ts'
import { handlesEverywhere } from '../queries/handles-everywhere.ts'
import { listRetentionRules, listRetentionRuns } from '../queries/retention.ts'
import { RetentionRule, RetentionRunPage, RetentionRunQuery, SetRetention } from './privacy.dto.ts'

/**
 * How long each kind of personal data is kept: one set of rules for a company, seen from each of its communities, and set by
 * who answers for all of them.
 */
@ApiTags('privacy')
@Controller('communities/:communityId')
export class RetentionController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Get('retention-rules')
  @CalledBy({ permission: 'privacy.handle' })
  @ApiOkResponse({ type: [RetentionRule] })
  listRetentionRules(@CurrentCaller() act: CallerAct): Promise<RetentionRule[]> {
    return listRetentionRules(this.#database, act, act.caller.staff!.companyId, dayInChina(act.now))
  }

  @Put('retention-rules/:subject')
  @CalledBy({ permission: 'privacy.handle' })
  @HttpCode(204)
  @ApiParam({ name: 'subject', enum: Object.keys(retentionSubjects), enumName: 'RetentionSubject' })
  @ApiNoContentResponse()
  async setRetention(
    @CurrentCaller() act: CallerAct,
    @Param('subject') subject: string,
    @Body() body: SetRetention,
  ): Promise<void> {
    if (!Object.hasOwn(retentionSubjects, subject)) throw new ProblemError('NOT_FOUND')
    if (!(await handlesEverywhere(this.#identity, act))) throw new ProblemError('RETENTION_COMPANY_WIDE')
    await this.#database.write(act, (tx) => setRetention(tx, act, subject as RetentionSubject, body, dayInChina(act.now)))
  }

  @Get('retention-runs')
  @CalledBy({ permission: 'privacy.handle' })
  @ApiOkResponse({ type: RetentionRunPage })
  listRetentionRuns(@CurrentCaller() act: CallerAct, @Query() query: RetentionRunQuery): Promise<RetentionRunPage> {
    return listRetentionRuns(this.#database, act, act.caller.staff!.companyId, query)
  }
}
