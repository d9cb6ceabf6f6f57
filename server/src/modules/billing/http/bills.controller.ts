import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { reverseBill } from '../actions/reverse-bill.ts'
import { listBills, sumBills } from '../queries/list-bills.ts'
import { readBill } from '../queries/read-bill.ts'
import { BillPage, BillQuery, BillSum, BillView, ReverseBill } from './bills.dto.ts'

const mayRead = { permission: 'billing.read' } as const

@ApiTags('billing')
@Controller('communities/:communityId')
export class BillsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('bills')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: BillPage })
  listBills(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: BillQuery,
  ): Promise<BillPage> {
    return listBills(this.#database, act, communityId, query)
  }

  /** What the list shows, added up. */
  @Get('bill-sum')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: BillSum })
  sumBills(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Query() query: BillQuery): Promise<BillSum> {
    return sumBills(this.#database, act, communityId, query)
  }

  @Get('bills/:id')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: BillView })
  readBill(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<BillView> {
    return readBill(this.#database, act, communityId, id)
  }

  @Post('bills/:id/reverse')
  @CalledBy({ permission: 'billing.run' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: BillView })
  async reverseBill(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReverseBill,
  ): Promise<BillView> {
    await this.#database.write(act, (tx) => reverseBill(tx, act, { communityId, billId: id, ...body }))
    return readBill(this.#database, act, communityId, id)
  }
}
