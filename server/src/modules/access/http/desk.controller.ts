import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common'
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, ProblemError } from '../../../platform/http/index.ts'
import { keepSavedViews } from '../actions/keep-saved-views.ts'
import type { CallerAct } from '../caller-act.ts'
import { auditChain } from '../queries/audit-chain.ts'
import { listAudit } from '../queries/list-audit.ts'
import { listSavedViews } from '../queries/list-saved-views.ts'
import { search } from '../queries/search.ts'
import { SavedView, SavedViewQuery, SearchHit, SearchQuery } from './access.dto.ts'
import { AuditChain, AuditPage, AuditQuery } from './audit.dto.ts'
import { CurrentCaller } from './caller.guard.ts'
import { SavedViewsPipe } from './saved-views.pipe.ts'

const pageName = /^[a-z][a-z-]{0,39}$/

/** What staff have at hand on every page of the console: their saved views, the search, the record of changes. */
@ApiTags('desk')
@Controller()
export class DeskController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('me/saved-views')
  @CalledBy('staff')
  @ApiOkResponse({ type: [SavedView] })
  listSavedViews(@CurrentCaller() act: CallerAct, @Query() { page }: SavedViewQuery): Promise<SavedView[]> {
    return listSavedViews(this.#database, act, page)
  }

  @Put('me/saved-views/:page')
  @CalledBy('staff')
  @ApiBody({ type: [SavedView] })
  @ApiOkResponse({ type: [SavedView] })
  keepSavedViews(
    @CurrentCaller() act: CallerAct,
    @Param('page') page: string,
    @Body(SavedViewsPipe) views: SavedView[],
  ): Promise<SavedView[]> {
    if (!pageName.test(page)) throw new ProblemError('NOT_FOUND')
    return this.#database.write(act, (tx) => keepSavedViews(tx, act, page, views))
  }

  @Get('search')
  @CalledBy('staff')
  @ApiOkResponse({ type: [SearchHit] })
  search(@CurrentCaller() act: CallerAct, @Query() { query }: SearchQuery): Promise<SearchHit[]> {
    return search(this.#database, act, query)
  }

  @Get('audit')
  @CalledBy({ permission: 'audit.read' })
  @ApiOkResponse({ type: AuditPage })
  listAudit(@CurrentCaller() act: CallerAct, @Query() filter: AuditQuery): Promise<AuditPage> {
    return listAudit(this.#database, act, filter)
  }

  @Get('audit/chain')
  @CalledBy({ permission: 'audit.read' })
  @ApiOkResponse({ type: AuditChain })
  auditChain(@CurrentCaller() act: CallerAct): Promise<AuditChain> {
    return auditChain(this.#database, act)
  }
}
