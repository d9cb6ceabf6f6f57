import { RiseOutlined } from '@ant-design/icons'
import { repeatRules } from '@yinuo/contracts'
import type { DismissProposal, ProposalView } from '@yinuo/contracts'
import { App, Button, Drawer, Form, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { CaseList } from './case-list.tsx'
import { ProposalTag } from './marks.tsx'
import { PlanDrawer } from './plan-drawer.tsx'
import { useProposal, useRenewal } from './queries.ts'
import { placeWord } from './words.ts'

/** Something that repeats: the cases that show it, and the two ways on. */
export function ProposalDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useProposal(communityId, id)
  const proposal = query.data
  return (
    <Drawer open onClose={onClose} size={820} title={proposal ? `${placeWord(proposal)} · ${proposal.causeName}` : '重复问题'}>
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {proposal && (
        <>
          <p>
            <ProposalTag state={proposal.state} /> {repeatRules[proposal.rule]}：{proposal.days} 天内 {proposal.cases} 件，
            <TimeText at={proposal.madeAt} />
            发现
          </p>
          {proposal.dismissedBecause && (
            <p>
              {proposal.settledByName}搁置：{proposal.dismissedBecause}
            </p>
          )}
          {proposal.improvementId && (
            <p>
              <Link to={`/c/${communityId}/improvements/${proposal.improvementId}`}>查看改进事项</Link>
            </p>
          )}
          <Settling proposal={proposal} />
          <CaseList cases={proposal.linked} />
        </>
      )}
    </Drawer>
  )
}

function Settling({ proposal }: { proposal: ProposalView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<'accept' | 'dismiss' | null>(null)
  if (proposal.state !== 'open' || !may('improvement.edit')) return null
  const close = () => setDoing(null)
  return (
    <div style={{ display: 'flex', gap: 8, margin: '12px 0 16px' }}>
      <Button type="primary" icon={<RiseOutlined />} onClick={() => setDoing('accept')}>
        立项改进
      </Button>
      <Button onClick={() => setDoing('dismiss')}>搁置</Button>
      {doing === 'accept' && (
        <PlanDrawer
          of={{ kind: 'proposal', proposal }}
          onClose={close}
          onSaved={({ id }) => void navigate(`/c/${communityId}/improvements/${id}`)}
        />
      )}
      {doing === 'dismiss' && <DismissDialog proposal={proposal} onClose={close} />}
    </div>
  )
}

function DismissDialog({ proposal: { id, version }, onClose }: { proposal: ProposalView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ reason: string }>()
  const { submit, busy, failure } = useSubmit(
    (body: DismissProposal, idempotencyKey) =>
      call('POST /communities/{communityId}/improvement-proposals/{id}/dismiss', {
        path: { communityId, id },
        body,
        idempotencyKey,
      }),
    () => {
      message.success('已搁置')
      renew()
      onClose()
    },
  )
  return (
    <Modal open title="搁置这条重复问题" okText="搁置" okButtonProps={{ loading: busy }} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} onReload={renew} />
      <p style={{ color: 'var(--secondary)' }}>以后又有同样多的新工单时，才会再提醒。</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => submit({ reason, version })}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明搁置的原因' }]}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
