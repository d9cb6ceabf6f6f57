import type { GroupSuccessor, LeaveOffice, OwedGroup, StaffRow } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, DatePicker, Drawer, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../../app/call.ts'
import { serverNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { allTo, groupKey, takersOfAll } from './successors.ts'

interface Typed {
  leftOn: Dayjs
  reason: string
  note?: string
}

/** Ends somebody's employment: what they still owe is given to named people or back to dispatch, all in one step. */
export function LeaveDrawer({ staff, onClose }: { staff: StaffRow; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Typed>()
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const owed = useQuery({
    queryKey: ['staff', staff.id, 'open-work'],
    queryFn: () => call('GET /staff/{id}/open-work', { path: { id: staff.id } }),
    staleTime: 0,
  })
  const { submit, busy, failure } = useSubmit(
    (body: LeaveOffice, idempotencyKey) => call('POST /staff/{id}/leave', { path: { id: staff.id }, body, idempotencyKey }),
    () => {
      message.success(`${staff.name}已办理离职，交接单可以打印`)
      void queries.invalidateQueries({ queryKey: ['staff'] })
      void queries.invalidateQueries({ queryKey: ['posts'] })
      void navigate(`/c/${communityId}/people/${staff.id}/hand-overs`)
    },
  )
  const groups = owed.data ?? []
  const leave = ({ leftOn, reason, note }: Typed) =>
    submit({
      version: staff.version,
      leftOn: leftOn.format('YYYY-MM-DD'),
      reason: reason.trim(),
      ...(note?.trim() ? { note: note.trim() } : {}),
      work: groups.map((group): GroupSuccessor => {
        const { kind, communityId: place, category } = group
        const successorId = chosen[groupKey(group)]
        return { kind, communityId: place, category, ...(successorId ? { successorId } : {}) }
      }),
    })

  return (
    <Drawer
      open
      onClose={onClose}
      size={620}
      title={`办理离职 · ${staff.name}`}
      mask={{ closable: false }}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger loading={busy} disabled={!owed.isSuccess} onClick={form.submit}>
            办理离职并交接
          </Button>
        </div>
      }
    >
      <Refusal
        failure={failure}
        onReload={() => {
          void queries.invalidateQueries({ queryKey: ['staff'] })
          onClose()
        }}
      />
      <Alert
        type="warning"
        showIcon
        title="办理后立即生效"
        description="下一次操作起不能登录，岗位全部收回，在岗结束，微信与员工身份解除绑定。以后可以办理复职。"
        style={{ marginBottom: 16 }}
      />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={leave} initialValues={{ leftOn: dayjs(serverNow()) }}>
        <div style={{ display: 'grid', gridTemplateColumns: '180px 1fr', gap: 16 }}>
          <Form.Item name="leftOn" label="离职日期" rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker
              allowClear={false}
              disabledDate={(day) => day.isAfter(dayjs(serverNow()), 'day')}
              style={{ width: '100%' }}
            />
          </Form.Item>
          <Form.Item name="reason" label="离职原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}>
            <Input maxLength={100} placeholder="如：个人原因、合同到期、调往其他公司" />
          </Form.Item>
        </div>
        <Form.Item label="手上的工作">
          {owed.isError && <RetryNote query={owed} />}
          {owed.isSuccess && groups.length === 0 && <span style={{ color: 'var(--secondary)' }}>没有未完成的工作。</span>}
          {groups.length > 0 && <OwedGroups groups={groups} chosen={chosen} onChoose={setChosen} />}
        </Form.Item>
        <Form.Item name="note" label="交接说明（可不填）" extra="会印在交接单上，如钥匙、工具、资料的去向。">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

interface OwedGroupsProps {
  groups: OwedGroup[]
  chosen: Record<string, string>
  onChoose: (chosen: Record<string, string>) => void
}

function OwedGroups({ groups, chosen, onChoose }: OwedGroupsProps) {
  const takers = takersOfAll(groups)
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  return (
    <>
      <div style={{ display: 'flex', alignItems: 'center', gap: 8, marginBottom: 8 }}>
        <span style={{ flex: 1 }}>共 {count} 件。没有选接手人的退回待派单，由系统重新派。</span>
        {takers.length > 0 && (
          <Select
            style={{ width: 200 }}
            placeholder="全部交给一个人"
            aria-label="全部交给一个人"
            value={null}
            onChange={(id: string) => onChoose(allTo(groups, id))}
            options={takers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      <ul style={{ display: 'grid', gap: 8, padding: 0, margin: 0, listStyle: 'none' }}>
        {groups.map((group) => (
          <li key={groupKey(group)} style={{ padding: 12, border: '1px solid var(--line)', borderRadius: 8 }}>
            <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
              <div style={{ flex: 1 }}>
                <strong style={{ fontWeight: 600 }}>{group.categoryName}</strong> {group.items.length} 件 · {group.communityName}
              </div>
              <Select
                allowClear
                style={{ width: 220 }}
                placeholder={group.successors.length > 0 ? '退回待派单' : '没有合适的人，退回待派单'}
                disabled={group.successors.length === 0}
                aria-label={`${group.categoryName}的接手人`}
                value={chosen[groupKey(group)] ?? null}
                onChange={(id?: string) => onChoose({ ...chosen, [groupKey(group)]: id ?? '' })}
                options={group.successors.map(({ id, name, onDuty, openWork }) => ({
                  value: id,
                  label: `${name} · ${onDuty ? '在岗' : '离岗'} · 手上 ${openWork} 件`,
                }))}
              />
            </div>
            <div style={{ marginTop: 6, color: 'var(--secondary)' }}>
              {group.items.slice(0, 5).map((item) => (
                <div key={item.id}>
                  {item.number} {item.placeLabel} · {item.state} {item.late && <StateTag tone="late">已超时</StateTag>}
                </div>
              ))}
              {group.items.length > 5 && <div>还有 {group.items.length - 5} 件</div>}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
