import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { DeliveryRow as DeliveryRowView, Page } from '@yinuo/contracts'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { listDeliveries } from '../queries/list-deliveries.ts'
import { DeliveryPage, DeliveryQuery } from './messages.dto.ts'

@ApiTags('messages')
@Controller('communities/:communityId/deliveries')
@CalledBy({ permission: 'messages.read' })
export class DeliveriesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @ApiOkResponse({ type: DeliveryPage })
  listDeliveries(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: DeliveryQuery,
  ): Promise<Page<DeliveryRowView>> {
    return listDeliveries(this.#database, act, communityId, query)
  }
}
