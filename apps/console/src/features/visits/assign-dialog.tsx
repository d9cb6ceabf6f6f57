import type { AssignVisits, VisitRoundView } from '@yinuo/contracts'
import { App, Checkbox, Form, Modal, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useMakers, useRenewVisits } from './queries.ts'

interface Typed {
  buildingIds?: string[]
  assigneeId?: string
  onlyUnassigned?: boolean
}

/** Stands for nobody: the visits wait for somebody again. */
const NOBODY = 'nobody'

/** Gives whole buildings, or the visits that were ticked, to somebody. */
export function AssignDialog({
  round,
  visitIds,
  onClose,
}: {
  round: VisitRoundView
  visitIds: readonly string[]
  onClose: (done: boolean) => void
}) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewVisits(communityId)
  const makers = useMakers(communityId, true)
  const [form] = Form.useForm<Typed>()
  const single = visitIds.length > 0
  const { submit, busy, failure } = useSubmit(
    (body: AssignVisits, idempotencyKey) =>
      call('POST /communities/{communityId}/visit-assignments', { path: { communityId }, body, idempotencyKey }),
    ({ assigned }) => {
      message.success(assigned === 0 ? '没有需要改动的回访' : `已改动 ${assigned} 户的负责人`)
      renew()
      onClose(true)
    },
  )
  const send = ({ buildingIds = [], assigneeId, onlyUnassigned = false }: Typed) =>
    submit({
      roundId: round.id,
      visitIds: [...visitIds],
      buildingIds: single ? [] : buildingIds,
      onlyUnassigned: !single && onlyUnassigned,
      ...(assigneeId !== NOBODY && { assigneeId: assigneeId! }),
    })
  return (
    <Modal
      open
      title={single ? `分派选中的 ${visitIds.length} 户` : '按楼栋分派'}
      okText="分派"
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={() => onClose(false)}
    >
      <Refusal failure={failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ onlyUnassigned: true }}
        onFinish={(typed) => void send(typed)}
      >
        {!single && (
          <>
            <Form.Item name="buildingIds" label="楼栋" rules={[{ required: true, message: '请选择楼栋' }]}>
              <Select
                mode="multiple"
                placeholder="选择楼栋"
                options={round.byBuilding.map(({ buildingId, name, planned, unassigned }) => ({
                  value: buildingId,
                  label: `${name}（待回访 ${planned}，未分派 ${unassigned}）`,
                }))}
              />
            </Form.Item>
            <Form.Item name="onlyUnassigned" valuePropName="checked">
              <Checkbox>只分还没有负责人的</Checkbox>
            </Form.Item>
          </>
        )}
        <Form.Item name="assigneeId" label="负责人" rules={[{ required: true, message: '请选择负责人' }]}>
          <Select
            placeholder="选择负责人"
            loading={makers.isPending}
            options={[
              ...(makers.data ?? []).map(({ id, name, open, buildingIds }) => ({
                value: id,
                label: `${name}（手上 ${open} 户${buildingIds ? '，只负责部分楼栋' : ''}）`,
              })),
              { value: NOBODY, label: '收回，重新待分派' },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
