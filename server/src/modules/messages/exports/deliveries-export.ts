import { deliveryStates, messageChannels, messageKinds, type DeliveryRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { DeliveryQuery } from '../http/messages.dto.ts'
import { listDeliveries } from '../queries/list-deliveries.ts'

export const deliveriesExport: ExportableList<DeliveryQuery, DeliveryRow> = {
  permission: 'messages.read',
  ofCommunity: true,
  filter: DeliveryQuery,
  columns: [
    { title: '时间', width: 20, kind: 'instant', cell: (delivery) => delivery.at },
    { title: '消息', width: 20, cell: (delivery) => messageKinds[delivery.kind] },
    { title: '收件人', width: 14, cell: (delivery) => delivery.recipientName },
    { title: '渠道', width: 14, cell: (delivery) => messageChannels[delivery.channel] },
    { title: '结果', width: 10, cell: (delivery) => deliveryStates[delivery.state] },
    { title: '尝试次数', width: 10, kind: 'number', cell: (delivery) => delivery.attempts },
    { title: '原因', width: 40, cell: (delivery) => delivery.reason },
  ],
  page: ({ database, act, communityId }, filter) => listDeliveries(database, act, communityId, filter),
}
