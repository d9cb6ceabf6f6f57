import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { closeMonth, reopenMonth } from '../actions/close-month.ts'
import { adjustBooks, reverseByHand, transferMoney } from '../actions/post-by-hand.ts'
import { accountSheet, ledgerMonths, trialBalance } from '../queries/balances.ts'
import { closingChecks } from '../queries/closing-checks.ts'
import { listEntries, readEntry } from '../queries/entries.ts'
import {
  AccountSheet,
  AccountSheetQuery,
  ClosedMonth,
  ClosingChecks,
  ClosingQuery,
  LedgerEntryPage,
  LedgerEntryView,
  LedgerMonths,
  LedgerQuery,
  NewAdjustment,
  NewTransfer,
  ReopenedMonth,
  ReversedEntry,
  TrialBalance,
  TrialBalanceQuery,
} from './ledger.dto.ts'

/** The books as the office reads them, and the few entries made by hand. */
@ApiTags('ledger')
@Controller('communities/:communityId')
export class LedgerController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('ledger-entries')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: LedgerEntryPage })
  listLedgerEntries(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: LedgerQuery,
  ): Promise<LedgerEntryPage> {
    return listEntries(this.#database, act, communityId, query)
  }

  @Get('ledger-entries/:id')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: LedgerEntryView })
  readLedgerEntry(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<LedgerEntryView> {
    return readEntry(this.#database, this.#links, act, communityId, id)
  }

  @Post('ledger-entries/:id/reverse')
  @CalledBy({ permission: 'ledger.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: LedgerEntryView })
  async reverseLedgerEntry(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReversedEntry,
  ): Promise<LedgerEntryView> {
    const reversal = await this.#database.write(act, (tx) => reverseByHand(tx, act, communityId, id, body))
    return readEntry(this.#database, this.#links, act, communityId, reversal)
  }

  @Post('ledger-transfers')
  @CalledBy({ permission: 'ledger.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: LedgerEntryView })
  async transferMoney(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewTransfer,
  ): Promise<LedgerEntryView> {
    const id = await this.#database.write(act, (tx) => transferMoney(tx, act, communityId, body))
    return readEntry(this.#database, this.#links, act, communityId, id)
  }

  @Post('ledger-adjustments')
  @CalledBy({ permission: 'ledger.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: LedgerEntryView })
  async adjustLedger(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewAdjustment,
  ): Promise<LedgerEntryView> {
    const id = await this.#database.write(act, (tx) => adjustBooks(tx, act, communityId, body))
    return readEntry(this.#database, this.#links, act, communityId, id)
  }

  @Get('trial-balance')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: TrialBalance })
  readTrialBalance(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: TrialBalanceQuery,
  ): Promise<TrialBalance> {
    return trialBalance(this.#database, act, communityId, query)
  }

  @Get('account-sheet')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: AccountSheet })
  readAccountSheet(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: AccountSheetQuery,
  ): Promise<AccountSheet> {
    return accountSheet(this.#database, act, communityId, query)
  }

  @Get('ledger-months')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: LedgerMonths })
  listLedgerMonths(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<LedgerMonths> {
    return ledgerMonths(this.#database, act, communityId)
  }

  @Get('closing-checks')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: ClosingChecks })
  readClosingChecks(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() { month }: ClosingQuery,
  ): Promise<ClosingChecks> {
    return closingChecks(this.#database, act, communityId, month)
  }

  @Post('ledger-months/close')
  @CalledBy({ permission: 'ledger.close' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LedgerMonths })
  async closeLedgerMonth(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { month }: ClosedMonth,
  ): Promise<LedgerMonths> {
    await this.#database.write(act, (tx) => closeMonth(tx, act, communityId, month))
    return ledgerMonths(this.#database, act, communityId)
  }

  @Post('ledger-months/reopen')
  @CalledBy({ permission: 'ledger.close' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LedgerMonths })
  async reopenLedgerMonth(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ReopenedMonth,
  ): Promise<LedgerMonths> {
    await this.#database.write(act, (tx) => reopenMonth(tx, act, communityId, body))
    return ledgerMonths(this.#database, act, communityId)
  }
}
