import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type {
  DeliveryCounts as DeliveryCountsShape,
  DeliveryRow as DeliveryRowView,
  MessageView as MessageShape,
  Page,
} from '@yinuo/contracts'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { resendDeliveries } from '../actions/resend-deliveries.ts'
import { deliveryCounts } from '../queries/delivery-counts.ts'
import { listDeliveries } from '../queries/list-deliveries.ts'
import { readMessage } from '../queries/read-message.ts'
import { DeliveryCounts, MessageView, ResendDeliveries, Resent } from './channels.dto.ts'
import { DeliveryPage, DeliveryQuery } from './messages.dto.ts'

@ApiTags('messages')
@Controller('communities/:communityId')
@CalledBy({ permission: 'messages.read' })
export class DeliveriesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('deliveries')
  @ApiOkResponse({ type: DeliveryPage })
  listDeliveries(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: DeliveryQuery,
  ): Promise<Page<DeliveryRowView>> {
    return listDeliveries(this.#database, act, communityId, query)
  }

  /** By day and channel, of the last fourteen days. */
  @Get('delivery-counts')
  @ApiOkResponse({ type: [DeliveryCounts] })
  countDeliveries(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<DeliveryCountsShape[]> {
    return deliveryCounts(this.#database, act, communityId)
  }

  @Get('messages/:id')
  @ApiOkResponse({ type: MessageView })
  readMessage(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<MessageShape> {
    return readMessage(this.#database, act, communityId, id)
  }

  /** Has failed ones tried again; those that are not failed any more are left alone. */
  @Post('deliveries/resend')
  @HttpCode(200)
  @CalledBy({ permission: 'messages.manage' })
  @Idempotent()
  @ApiOkResponse({ type: Resent })
  resendDeliveries(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() { deliveryIds }: ResendDeliveries,
  ): Promise<Resent> {
    return this.#database.write(act, (tx) => resendDeliveries(tx, act, communityId, deliveryIds))
  }
}
