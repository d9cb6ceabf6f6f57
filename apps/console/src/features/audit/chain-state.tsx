import { useQuery } from '@tanstack/react-query'
import type { AuditChain } from '@yinuo/contracts'
import { Alert } from 'antd'
import { callUntil } from '../../app/call.ts'
import { exactTime } from '../../words/time.ts'
import { chainWords } from './chain-words.ts'

/** Whether the records are still what was written: sealed up to where, read through up to where. */
export function ChainState() {
  const { data } = useQuery<AuditChain>({
    queryKey: ['audit-chain'],
    queryFn: ({ signal }) => callUntil(signal)('GET /audit/chain', {}),
    refetchInterval: 60_000,
  })
  if (!data) return null
  const { tone, text, detail } = chainWords(data, exactTime)
  return <Alert type={tone} showIcon title={text} description={detail} style={{ marginBottom: 16 }} />
}
