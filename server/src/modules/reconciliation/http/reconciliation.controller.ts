import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, WorkerDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { claimDay, claimStatement } from '../actions/claim-day.ts'
import { enterFee } from '../actions/enter-fee.ts'
import { explainDifference, noteSettled, statementOfOpen } from '../actions/settle-difference.ts'
import { LEASE_MS, Reconcile } from '../jobs/reconcile.ts'
import { listDifferences, readDifference } from '../queries/list-differences.ts'
import { listStatements, readStatement, reconciliationNumbers } from '../queries/list-statements.ts'
import {
  CheckDay,
  DifferencePage,
  DifferenceQuery,
  DifferenceRow,
  EnterFee,
  ExplainDifference,
  ReconciliationNumbers,
  SettleDifference,
  StatementPage,
  StatementQuery,
  StatementRow,
} from './reconciliation.dto.ts'

/** WeChat's bill of each day beside our books, and what differs. */
@ApiTags('reconciliation')
@Controller('communities/:communityId')
@CalledBy({ permission: 'payments.reconcile' })
export class ReconciliationController {
  readonly #database: Database
  readonly #worker: WorkerDatabase
  readonly #reconcile: Reconcile

  constructor(database: Database, worker: WorkerDatabase, reconcile: Reconcile) {
    this.#database = database
    this.#worker = worker
    this.#reconcile = reconcile
  }

  @Get('reconciliation-numbers')
  @ApiOkResponse({ type: ReconciliationNumbers })
  readReconciliationNumbers(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
  ): Promise<ReconciliationNumbers> {
    return reconciliationNumbers(this.#database, act, communityId)
  }

  @Get('pay-statements')
  @ApiOkResponse({ type: StatementPage })
  listPayStatements(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: StatementQuery,
  ): Promise<StatementPage> {
    return listStatements(this.#database, act, communityId, query)
  }

  /** Fetches a day's bills now, also again: what was found stays, what is new is added. */
  @Post('pay-statements/check')
  @HttpCode(200)
  @ApiOkResponse({ type: StatementRow, isArray: true })
  async checkPayStatements(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { day }: CheckDay,
  ): Promise<StatementRow[]> {
    const until = new Date(act.now.getTime() + LEASE_MS)
    const claims = await claimDay(this.#worker, act, { communityId, day, until })
    for (const claim of claims) await this.#reconcile.check(claim, act)
    const { items } = await listStatements(this.#database, act, communityId, { from: day, to: day, limit: claims.length })
    return items
  }

  /** Its fees become spending of the community. */
  @Post('pay-statements/:id/fee')
  @Idempotent()
  @CalledBy({ permission: 'ledger.edit' })
  @ApiCreatedResponse({ type: StatementRow })
  async enterStatementFee(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') statementId: string,
    @Body() { fund }: EnterFee,
  ): Promise<StatementRow> {
    await this.#database.write(act, (tx) => enterFee(tx, act, { communityId, statementId, fund }))
    return readStatement(this.#database, act, communityId, statementId)
  }

  @Get('pay-differences')
  @ApiOkResponse({ type: DifferencePage })
  listPayDifferences(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: DifferenceQuery,
  ): Promise<DifferencePage> {
    return listDifferences(this.#database, act, communityId, query)
  }

  /** Holds its bill against our books once more, and settles what the bill proves. */
  @Post('pay-differences/:id/settle')
  @HttpCode(200)
  @ApiOkResponse({ type: DifferenceRow })
  async settleDifference(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version }: SettleDifference,
  ): Promise<DifferenceRow> {
    await readDifference(this.#database, act, communityId, id)
    const statementId = await this.#database.write(act, (tx) => statementOfOpen(tx, { communityId, id, version }))
    await this.#reconcile.check(await claimStatement(this.#worker, communityId, statementId), act)
    await this.#database.write(act, (tx) => noteSettled(tx, act, { communityId, id }))
    return readDifference(this.#database, act, communityId, id)
  }

  @Post('pay-differences/:id/explain')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DifferenceRow })
  async explainDifference(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ExplainDifference,
  ): Promise<DifferenceRow> {
    await readDifference(this.#database, act, communityId, id)
    await this.#database.write(act, (tx) => explainDifference(tx, act, { communityId, id, ...body }))
    return readDifference(this.#database, act, communityId, id)
  }
}
