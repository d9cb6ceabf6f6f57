import { Controller, Get, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { readUnitAccount, statementOf } from '../queries/unit-account.ts'
import { drawStatement } from '../sheets/draw-statement.ts'
import { StatementQuery, UnitAccount } from './bills.dto.ts'

const mayRead = { permission: 'billing.read' } as const
const PDF = 'application/pdf'

@ApiTags('billing')
@Controller('communities/:communityId/units/:id')
export class UnitAccountsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('bill-account')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: UnitAccount })
  readUnitAccount(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<UnitAccount> {
    return readUnitAccount(this.#database, act, communityId, id)
  }

  @Get('bill-statement')
  @CalledBy(mayRead)
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async drawBillStatement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() query: StatementQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await drawStatement(await statementOf(this.#database, act, communityId, id, query), act.now)
    await reply
      .headers({
        'content-type': PDF,
        'content-disposition': 'inline; filename="statement.pdf"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(content)
  }
}
