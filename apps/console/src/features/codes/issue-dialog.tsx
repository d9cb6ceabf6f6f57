import { codeKinds, codesOf } from '@yinuo/contracts'
import type { CodeKind, IssueCodes, UnitRow } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Form, Modal, Radio, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { call, callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { usePlaces } from '../repairs/queries.ts'

interface Typed {
  kind: CodeKind
  placeIds: string[]
  expiresOn?: Dayjs
}

interface IssueDialogProps {
  initialKind: CodeKind
  onClose: () => void
  onPrint: (codeIds: string[]) => void
}

export function IssueDialog({ initialKind, onClose, onPrint }: IssueDialogProps) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form) ?? initialKind
  const [thenPrint, setThenPrint] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (body: IssueCodes, idempotencyKey) =>
      call('POST /communities/{communityId}/codes', { path: { communityId }, body, idempotencyKey }),
    (codes) => {
      message.success(`已制作 ${codes.length} 个二维码`)
      void queries.invalidateQueries({ queryKey: keysOf(communityId).codes })
      if (thenPrint) onPrint(codes.map(({ id }) => id))
      onClose()
    },
  )
  const issue = ({ kind, placeIds, expiresOn }: Typed) =>
    submit({
      kind,
      placeIds: kind === 'community' ? [communityId] : placeIds,
      ...(expiresOn ? { expiresOn: expiresOn.format('YYYY-MM-DD') } : {}),
    })
  const send = (print: boolean) => {
    setThenPrint(print)
    form.submit()
  }

  return (
    <Modal
      open
      title="制作二维码"
      onCancel={onClose}
      width={520}
      footer={[
        <Button key="cancel" onClick={onClose}>
          取消
        </Button>,
        <Button key="only" onClick={() => send(false)} disabled={busy}>
          只制作
        </Button>,
        <Button key="print" type="primary" loading={busy} onClick={() => send(true)}>
          制作并打印
        </Button>,
      ]}
    >
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: initialKind, placeIds: [] }}
        onFinish={issue}
      >
        <Form.Item name="kind" label="种类">
          <Radio.Group
            optionType="button"
            onChange={() => form.setFieldValue('placeIds', [])}
            options={codesOf(codeKinds).map((value) => ({ value, label: codeKinds[value] }))}
          />
        </Form.Item>
        {kind !== 'community' && (
          <Form.Item name="placeIds" label="贴在哪里（可多选）" rules={[{ required: true, message: '请选择至少一处' }]}>
            {kind === 'unit' ? <UnitsSelect /> : <PlacesSelect kind={kind} />}
          </Form.Item>
        )}
        <Form.Item name="expiresOn" label="有效期至（不填为长期）">
          <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

interface Field {
  value?: string[]
  onChange?: (ids: string[]) => void
}

function PlacesSelect({ kind, value = [], onChange }: Field & { kind: CodeKind }) {
  const { communityId } = useCommunity()
  const places = usePlaces(communityId)
  const wanted = { building: 'building', asset: 'asset', place: 'area' }[kind as 'building' | 'asset' | 'place']
  const options = (places.data ?? []).filter((place) => place.kind === wanted).map(({ id, label }) => ({ value: id, label }))
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <Select
        mode="multiple"
        value={value}
        onChange={onChange}
        options={options}
        loading={places.isPending}
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ flex: 1 }}
        aria-label="位置"
      />
      <Button onClick={() => onChange?.(options.map((option) => option.value))}>全选 {options.length}</Button>
    </div>
  )
}

export function UnitsSelect({ value = [], onChange, initial = [] }: Field & { initial?: Pick<UnitRow, 'id' | 'label'>[] }) {
  const { communityId } = useCommunity()
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<Pick<UnitRow, 'id' | 'label'>[]>(initial)
  const query = useSettled(typed.trim(), 200)
  const found = useQuery({
    queryKey: [...keysOf(communityId).archive, 'find', query],
    queryFn: ({ signal }) =>
      callUntil(signal)('GET /communities/{communityId}/units', { path: { communityId }, query: { query, limit: 20 } }),
    enabled: query.length > 0,
  })
  const units = [...known, ...(found.data?.items ?? []).filter(({ id }) => !known.some((unit) => unit.id === id))]
  return (
    <Select
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入房号查找"
      aria-label="房屋"
      value={value}
      onChange={(ids: string[]) => {
        setKnown(units.filter(({ id }) => ids.includes(id)))
        onChange?.(ids)
      }}
      options={units.map(({ id, label }) => ({ value: id, label }))}
      notFoundContent={query ? '没有找到' : '输入房号查找'}
      style={{ width: '100%' }}
    />
  )
}
