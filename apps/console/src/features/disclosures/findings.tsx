import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { disclosureFindings } from '@yinuo/contracts'
import type { DisclosureView } from '@yinuo/contracts'
import { useCommunity } from '../../app/community.ts'
import { Listing } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { yuan } from '../../words/money.ts'
import styles from './disclosures.module.css'
import { useFindings } from './queries.ts'

/** What somebody ought to know before they check or post it. */
export function Findings({ disclosure: { id, version } }: { disclosure: DisclosureView }) {
  const { communityId } = useCommunity()
  const query = useFindings(communityId, id, version)
  return (
    <Panel title="发布前核对" padded>
      <Listing
        query={query}
        count={query.data?.length ?? 0}
        empty={
          <p>
            <CheckCircleOutlined style={{ color: 'var(--brand)' }} /> 没有发现问题。
          </p>
        }
      >
        {query.data?.map(({ finding, blocks, count, amountFen }) => (
          <div key={finding} className={styles['finding']}>
            {blocks ? (
              <CloseCircleOutlined style={{ color: 'var(--late)' }} />
            ) : (
              <WarningOutlined style={{ color: 'var(--soon)' }} />
            )}
            <span>
              {disclosureFindings[finding]}
              {count !== null && `（${count}）`}
              {amountFen !== null && `，相差 ${yuan(amountFen)}`}
              {blocks && '，要先“重新取数”'}
            </span>
          </div>
        ))}
      </Listing>
    </Panel>
  )
}
