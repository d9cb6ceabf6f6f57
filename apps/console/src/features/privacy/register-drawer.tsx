import { privacyRequestKinds, privacyTerms, residencyRoles } from '@yinuo/contracts'
import type { PrivacyRequestKind, RegisterPrivacyRequest, UnitRow } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { call, callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { privacyKeys } from './keys.ts'

const explained: Readonly<Record<PrivacyRequestKind, string>> = {
  export: `系统收齐他的全部信息，做成 PDF。有小程序账号的由本人下载，没有的由您下载后当面交给他，${privacyTerms.downloadDays} 天内有效。`,
  deletion: `${privacyTerms.coolingDays} 天冷静期内可撤回，之后清除账号、申请和联系方式，报修以代号保留；仍是业主的，业主档案依物业服务合同保留。不能恢复，请向本人说清楚。`,
}

/** Writes down what somebody asked for at the desk. */
export function RegisterDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<RegisterPrivacyRequest>()
  const kind = Form.useWatch('kind', form) ?? 'export'
  const { submit, busy, failure } = useSubmit(
    (body: RegisterPrivacyRequest, idempotencyKey) =>
      call('POST /communities/{communityId}/privacy-requests', { path: { communityId }, body, idempotencyKey }),
    () => {
      message.success('已登记')
      void queries.invalidateQueries({ queryKey: privacyKeys(communityId).requests })
      onClose()
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title="代住户登记"
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger={kind === 'deletion'} loading={busy} onClick={form.submit}>
            登记
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'export' }} onFinish={submit}>
        <Form.Item name="kind" label="要办什么">
          <Radio.Group options={Object.entries(privacyRequestKinds).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Alert type={kind === 'deletion' ? 'warning' : 'info'} showIcon title={explained[kind]} style={{ marginBottom: 16 }} />
        <Form.Item name="residentId" label="住户" rules={[{ required: true, message: '请选择住户' }]}>
          <ResidentChoice />
        </Form.Item>
        <Form.Item
          name="identityNote"
          label="怎样核对的身份"
          extra="写明看了什么证件、是否本人；不要写证件号码。"
          rules={[{ required: true, whitespace: true, message: '请写明怎样核对的身份' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} showCount placeholder="如：本人到前台，核对了身份证原件" />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

/** Finds somebody of the archive by room, name or number. */
function ResidentChoice({ value, onChange }: { value?: string; onChange?: (residentId: string) => void }) {
  const { communityId } = useCommunity()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 250)
  const { data, isFetching } = useQuery({
    queryKey: [...keysOf(communityId).archive, 'choice', text],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/units', { path: { communityId }, query: { query: text } }),
    enabled: text.length > 0,
  })
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      onChange={onChange}
      loading={isFetching}
      placeholder="输入房号、姓名或手机号"
      notFoundContent={text ? '没有找到，换一个说法再试' : '请输入房号、姓名或手机号'}
      options={choices(data?.items ?? [])}
    />
  )
}

const choices = (units: UnitRow[]) =>
  units.flatMap(({ label: home, residents }) =>
    residents.map(({ id, name, role, phoneMasked }) => ({
      value: id,
      label: `${home} ${name}（${residencyRoles[role]}）${phoneMasked}`,
    })),
  )
