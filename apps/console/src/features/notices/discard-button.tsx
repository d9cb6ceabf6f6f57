import type { NoticeView, SeenNotice } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { noticeKeys } from './queries.ts'

/** Throws a draft away, once somebody has said that they mean it. */
export function DiscardButton({ notice: { id, version } }: { notice: NoticeView }) {
  const { communityId } = useCommunity()
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const step = useSubmit(
    (body: SeenNotice, idempotencyKey) =>
      call('POST /communities/{communityId}/notices/{id}/discard', { path: { communityId, id }, body, idempotencyKey }),
    async () => {
      message.success('草稿已删除')
      await navigate(`/c/${communityId}/notices`, { replace: true })
      queries.removeQueries({ queryKey: noticeKeys(communityId).one(id) })
      void queries.invalidateQueries({ queryKey: noticeKeys(communityId).all })
    },
  )
  const ask = () =>
    modal.confirm({
      title: '删除这份草稿？',
      content: '没有发布过，住户没有看到过。删除后不能恢复，操作记录里留有内容。',
      okText: '删除',
      okButtonProps: { danger: true },
      onOk: () => step.submit({ version }),
    })
  const reload = () => void queries.invalidateQueries({ queryKey: noticeKeys(communityId).all })
  return (
    <>
      <Button danger loading={step.busy} onClick={() => void ask()}>
        删除草稿
      </Button>
      <Refusal failure={step.failure} onReload={reload} />
    </>
  )
}
