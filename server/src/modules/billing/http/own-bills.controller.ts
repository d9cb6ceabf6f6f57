import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { listOwnAccounts, listOwnBills, readOwnBill } from '../queries/own-bills.ts'
import { OwnBill, OwnBillAccount, OwnBillPage, OwnBillsQuery } from './own-bills.dto.ts'

/** What the caller's homes owe and have paid. */
@ApiTags('billing')
@Controller('me')
@CalledBy('signed-in')
export class OwnBillsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('bills')
  @ApiOkResponse({ type: OwnBillPage })
  listMyBills(@CurrentCaller() act: CallerAct, @Query() query: OwnBillsQuery): Promise<OwnBillPage> {
    return listOwnBills(this.#database, act, query)
  }

  @Get('bill-accounts')
  @ApiOkResponse({ type: OwnBillAccount, isArray: true })
  listMyBillAccounts(@CurrentCaller() act: CallerAct): Promise<OwnBillAccount[]> {
    return listOwnAccounts(this.#database, act)
  }

  @Get('bills/:id')
  @ApiOkResponse({ type: OwnBill })
  readMyBill(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwnBill> {
    return readOwnBill(this.#database, act, id)
  }
}
