import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addSupplier, editSupplier } from '../actions/keep-supplier.ts'
import { listSuppliers, readSupplier } from '../queries/suppliers.ts'
import { EditedSupplier, NewSupplier, SupplierPage, SupplierQuery, SupplierRow } from './spending.dto.ts'

/** Who the company buys from: kept once for all its communities. */
@ApiTags('spending')
@Controller('communities/:communityId/suppliers')
export class SuppliersController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy({ permission: 'ledger.read' })
  @ApiOkResponse({ type: SupplierPage })
  listSuppliers(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') _communityId: string,
    @Query() query: SupplierQuery,
  ): Promise<SupplierPage> {
    return listSuppliers(this.#database, act, query)
  }

  @Post()
  @CalledBy({ permission: 'ledger.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: SupplierRow })
  async addSupplier(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewSupplier,
  ): Promise<SupplierRow> {
    const id = await this.#database.write(act, (tx) => addSupplier(tx, act, communityId, body))
    return readSupplier(this.#database, act, id)
  }

  @Put(':id')
  @CalledBy({ permission: 'ledger.edit' })
  @ApiOkResponse({ type: SupplierRow })
  async editSupplier(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedSupplier,
  ): Promise<SupplierRow> {
    await this.#database.write(act, (tx) => editSupplier(tx, act, communityId, id, body))
    return readSupplier(this.#database, act, id)
  }
}
