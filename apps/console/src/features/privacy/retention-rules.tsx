import { retentionSubjects } from '@yinuo/contracts'
import type { RetentionRule } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Listing } from '../../elements/listing.tsx'
import { spokenDay } from '../../words/time.ts'
import { privacyKeys } from './keys.ts'
import { keepWords } from './request-words.ts'
import { RuleDialog } from './rule-dialog.tsx'

/** How long each kind of data is kept, why, and within what bounds; the same for all communities of the company. */
export function RetentionRules() {
  const { communityId } = useCommunity()
  const [edited, setEdited] = useState<RetentionRule | null>(null)
  const query = useQuery({
    queryKey: privacyKeys(communityId).rules,
    queryFn: ({ signal }) => callUntil(signal)('GET /communities/{communityId}/retention-rules', { path: { communityId } }),
  })
  return (
    <>
      <Listing query={query} count={query.data?.length ?? 0}>
        <Table
          rowKey="subject"
          dataSource={query.data ?? []}
          pagination={false}
          scroll={{ x: 900 }}
          columns={[
            { title: '数据', width: 210, render: (_, rule) => retentionSubjects[rule.subject] },
            { title: '保存', width: 110, render: (_, rule) => <Kept rule={rule} /> },
            {
              title: '依据',
              render: (_, rule) => (
                <>
                  <div>{rule.basis}</div>
                  <div style={{ color: 'var(--secondary)' }}>{rule.law}</div>
                </>
              ),
            },
            { title: '谁定的', width: 150, render: (_, rule) => <Decided rule={rule} /> },
            {
              title: '',
              width: 80,
              align: 'right',
              render: (_, rule) =>
                rule.mayChange && (
                  <Button type="link" size="small" onClick={() => setEdited(rule)}>
                    调整
                  </Button>
                ),
            },
          ]}
        />
      </Listing>
      {edited && <RuleDialog rule={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function Kept({ rule }: { rule: RetentionRule }) {
  return (
    <>
      <strong style={{ fontWeight: 600 }}>{rule.stays ? `${keepWords(rule.keepDays)}以上` : keepWords(rule.keepDays)}</strong>
      {rule.nextKeepDays !== null && rule.nextFrom && (
        <div style={{ color: 'var(--secondary)' }}>
          {spokenDay(rule.nextFrom)}起 {keepWords(rule.nextKeepDays)}
        </div>
      )}
    </>
  )
}

function Decided({ rule }: { rule: RetentionRule }) {
  if (!rule.mayChange) return '系统统一'
  if (!rule.decidedByName) return '系统预设'
  return `${rule.decidedByName}，${spokenDay(rule.effectiveFrom!)}起`
}
