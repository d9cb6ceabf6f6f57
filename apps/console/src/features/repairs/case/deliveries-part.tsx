import { messageChannels, messageKinds } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../app/call.ts'
import { keysOf, useMay } from '../../../app/community.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { DeliveryTag } from '../../messages/delivery-tag.tsx'
import styles from './case.module.css'

/** Who was told what, and whether it arrived. */
export function DeliveriesPart({ communityId, repairId }: { communityId: string; repairId: string }) {
  const may = useMay()
  const query = useQuery({
    queryKey: [...keysOf(communityId).repairs, 'deliveries', repairId],
    queryFn: () => call('GET /communities/{communityId}/deliveries', { path: { communityId }, query: { caseId: repairId } }),
    enabled: may('messages.read'),
  })
  if (!may('messages.read')) return null
  return (
    <section className={styles['part']}>
      <h3>通知送达</h3>
      {query.isError && <RetryNote query={query} />}
      {query.data?.items.length === 0 && <p className={styles['note']}>还没有发出通知。</p>}
      <ul className={styles['deliveries']}>
        {query.data?.items.map((delivery) => (
          <li key={delivery.id}>
            <span>
              {messageKinds[delivery.kind]}
              <small>
                {delivery.recipientName} · {messageChannels[delivery.channel]} · <TimeText at={delivery.at} />
              </small>
            </span>
            <DeliveryTag delivery={delivery} />
          </li>
        ))}
      </ul>
    </section>
  )
}
