import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { approveRecord, enterRecord, refuseRecord, reverseRecord } from '../actions/record-fund.ts'
import { setApprovalRule } from '../actions/set-rule.ts'
import { listRecords, readRecord, recordRules } from '../queries/records.ts'
import { fundSums } from '../queries/sums.ts'
import {
  FundRecordPage,
  FundRecordQuery,
  FundRecordRules,
  FundRecordView,
  FundSums,
  FundSumsQuery,
  NewFundRecord,
  ReasonedFundRecord,
  SeenFundRecord,
  SetFundRecordRules,
} from './spending.dto.ts'

/** The register of spending and of income that is not a bill. */
@ApiTags('spending')
@Controller('communities/:communityId')
export class SpendingController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('fund-records')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: FundRecordPage })
  listFundRecords(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: FundRecordQuery,
  ): Promise<FundRecordPage> {
    return listRecords(this.#database, act, communityId, query)
  }

  @Post('fund-records')
  @CalledBy({ permission: 'ledger.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: FundRecordView })
  async enterFundRecord(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewFundRecord,
  ): Promise<FundRecordView> {
    const id = await this.#database.write(act, (tx) => enterRecord(tx, act, communityId, body))
    return readRecord(this.#database, this.#links, act, communityId, id)
  }

  @Get('fund-records/:id')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: FundRecordView })
  readFundRecord(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<FundRecordView> {
    return readRecord(this.#database, this.#links, act, communityId, id)
  }

  @Post('fund-records/:id/approve')
  @CalledBy({ permission: 'ledger.close' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: FundRecordView })
  approveFundRecord(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenFundRecord,
  ): Promise<FundRecordView> {
    return this.#change(act, communityId, id, (tx) => approveRecord(tx, act, communityId, id, body))
  }

  @Post('fund-records/:id/refuse')
  @CalledBy({ permission: 'ledger.close' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: FundRecordView })
  refuseFundRecord(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReasonedFundRecord,
  ): Promise<FundRecordView> {
    return this.#change(act, communityId, id, (tx) => refuseRecord(tx, act, communityId, id, body))
  }

  @Post('fund-records/:id/reverse')
  @CalledBy({ permission: 'ledger.close' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: FundRecordView })
  reverseFundRecord(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReasonedFundRecord,
  ): Promise<FundRecordView> {
    return this.#change(act, communityId, id, (tx) => reverseRecord(tx, act, communityId, id, body))
  }

  @Get('fund-record-rules')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: FundRecordRules })
  readFundRecordRules(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<FundRecordRules> {
    return recordRules(this.#database, act, communityId)
  }

  @Put('fund-record-rules')
  @CalledBy({ permission: 'ledger.close' })
  @ApiOkResponse({ type: FundRecordRules })
  async setFundRecordRules(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: SetFundRecordRules,
  ): Promise<FundRecordRules> {
    await this.#database.write(act, (tx) => setApprovalRule(tx, act, communityId, body))
    return recordRules(this.#database, act, communityId)
  }

  @Get('fund-sums')
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: FundSums })
  readFundSums(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: FundSumsQuery,
  ): Promise<FundSums> {
    return fundSums(this.#database, act, communityId, query)
  }

  async #change(
    act: CallerAct,
    communityId: string,
    id: string,
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<FundRecordView> {
    await this.#database.write(act, change)
    return readRecord(this.#database, this.#links, act, communityId, id)
  }
}
