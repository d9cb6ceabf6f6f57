import type { PrivacyRequestRow } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { sentenceOf } from '../../elements/refusal.tsx'
import { privacyKeys } from './keys.ts'

/** What the desk can still do about a request. */
export function RequestActs({ row }: { row: PrivacyRequestRow }) {
  if (row.toHandOver) return <HandOver row={row} />
  if (row.state === 'cooling' && row.registeredByName) return <Withdraw row={row} />
  return null
}

function useRenewed() {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: privacyKeys(communityId).requests })
}

/** Said where it was tried: the row has no room for an alert. */
function useSaid(failure: unknown) {
  const { message } = App.useApp()
  useEffect(() => {
    if (failure) message.error(sentenceOf(failure))
  }, [failure, message])
}

function HandOver({ row }: { row: PrivacyRequestRow }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewed()
  const { submit, busy, failure } = useSubmit(
    (id: string, idempotencyKey) =>
      call('POST /communities/{communityId}/privacy-requests/{id}/hand-over', { path: { communityId, id }, idempotencyKey }),
    ({ pdfUrl }) => {
      const { pathname, search } = new URL(pdfUrl)
      location.assign(`${pathname}${search}`)
      message.success('已下载，请当面交给本人，电脑里不要留存')
      renew()
    },
  )
  useSaid(failure)
  return (
    <Button size="small" loading={busy} onClick={() => submit(row.id)}>
      下载交本人
    </Button>
  )
}

function Withdraw({ row }: { row: PrivacyRequestRow }) {
  const { communityId } = useCommunity()
  const { modal, message } = App.useApp()
  const renew = useRenewed()
  const { submit, busy, failure } = useSubmit(
    (id: string, idempotencyKey) =>
      call('POST /communities/{communityId}/privacy-requests/{id}/withdraw', { path: { communityId, id }, idempotencyKey }),
    () => {
      message.success('已撤回，账号和信息不变')
      renew()
    },
  )
  useSaid(failure)
  const ask = () =>
    modal.confirm({
      title: `撤回 ${row.nameMasked} 的注销？`,
      content: '请确认是本人要求撤回。',
      okText: '撤回',
      onOk: () => submit(row.id),
    })
  return (
    <Button size="small" loading={busy} onClick={ask}>
      撤回注销
    </Button>
  )
}
