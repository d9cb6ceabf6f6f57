import { PlusOutlined } from '@ant-design/icons'
import { causeKinds, codesOf, complaintCategories, improvementLimits, repairCategories } from '@yinuo/contracts'
import type { Cause, CauseKind, EditedCause, NewCause } from '@yinuo/contracts'
import { App, Button, Checkbox, Drawer, Form, Input, Popconfirm, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { useCauses, useRenewal } from './queries.ts'
import { categoryWord } from './words.ts'

/** The causes that can be named: the company's and this community's own. */
export function CausesDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const query = useCauses(communityId)
  const [kind, setKind] = useState<CauseKind>('repair')
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<Cause | 'new' | null>(null)
  const everywhere = query.data?.editsCompanyWide ?? false
  const mayEdit = (cause: Cause) => may('improvement.edit') && (!cause.companyWide || everywhere)
  const found = (query.data?.items ?? []).filter((cause) => cause.kind === kind && cause.name.includes(typed.trim()))
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title="原因清单"
      extra={
        may('improvement.edit') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            添加原因
          </Button>
        )
      }
    >
      {editing && (
        <CauseForm
          key={editing === 'new' ? 'new' : editing.id}
          cause={editing === 'new' ? null : editing}
          kind={kind}
          everywhere={everywhere}
          onClose={() => setEditing(null)}
        />
      )}
      <div style={{ display: 'flex', gap: 8, marginBottom: 12 }}>
        <Segmented<CauseKind>
          aria-label="类型"
          value={kind}
          onChange={setKind}
          options={codesOf(causeKinds).map((value) => ({ value, label: causeKinds[value] }))}
        />
        <Input
          allowClear
          placeholder="搜原因"
          aria-label="搜原因"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Listing query={query} count={found.length} empty={<EmptyPlace title="没有找到原因" hint="换个词找，或添加一个。" />}>
        <Table<Cause>
          rowKey="id"
          size="small"
          dataSource={found}
          pagination={{ pageSize: 15, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            {
              title: '原因',
              render: (_, cause) => (
                <>
                  {cause.name} {cause.retired && <StateTag tone="done">已停用</StateTag>}
                </>
              ),
            },
            { title: '分类', width: 110, render: (_, cause) => categoryWord(cause.kind, cause.category) },
            { title: '范围', width: 90, render: (_, cause) => (cause.companyWide ? '全公司' : '本小区') },
            { title: '本小区', width: 80, align: 'right', render: (_, cause) => `${cause.cases} 件` },
            {
              title: '',
              width: 72,
              render: (_, cause) =>
                mayEdit(cause) && (
                  <Button size="small" onClick={() => setEditing(cause)}>
                    修改
                  </Button>
                ),
            },
          ]}
        />
      </Listing>
    </Drawer>
  )
}

interface FormProps {
  cause: Cause | null
  kind: CauseKind
  everywhere: boolean
  onClose: () => void
}

function CauseForm({ cause, kind, everywhere, onClose }: FormProps) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ name: string; category?: string; companyWide?: boolean }>()
  const done = () => {
    message.success('已保存')
    renew()
    onClose()
  }
  const adding = useSubmit(
    (body: NewCause, idempotencyKey) =>
      call('POST /communities/{communityId}/causes', { path: { communityId }, body, idempotencyKey }),
    done,
  )
  const editing = useSubmit(
    (body: EditedCause) => call('PUT /communities/{communityId}/causes/{id}', { path: { communityId, id: cause!.id }, body }),
    done,
  )
  const categories =
    kind === 'repair'
      ? codesOf(repairLabels).map((value) => ({ value, label: repairLabels[value]! }))
      : codesOf(complaintCategories).map((value) => ({ value, label: complaintCategories[value] }))
  const save = ({ name, category, companyWide = false }: { name: string; category?: string; companyWide?: boolean }) =>
    cause
      ? editing.submit({ name, retired: cause.retired, version: cause.version })
      : adding.submit({ kind, name, companyWide, ...(category && { category }) })
  const turn = () => editing.submit({ name: cause!.name, retired: !cause!.retired, version: cause!.version })
  return (
    <div style={{ padding: 16, marginBottom: 16, borderRadius: 8, background: 'var(--page)' }}>
      <Refusal failure={adding.failure ?? editing.failure} onReload={done} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={cause ?? {}} onFinish={save}>
        <Form.Item
          name="name"
          label={cause ? '原因名称' : `新的${causeKinds[kind]}原因`}
          rules={[{ required: true, whitespace: true, message: '请填写原因名称' }]}
        >
          <Input maxLength={improvementLimits.causeName} autoFocus />
        </Form.Item>
        {!cause && (
          <Form.Item name="category" label="分类（不选则各类都能用）">
            <Select allowClear options={categories} placeholder="通用" />
          </Form.Item>
        )}
        {!cause && everywhere && (
          <Form.Item name="companyWide" valuePropName="checked">
            <Checkbox>全公司的小区都用</Checkbox>
          </Form.Item>
        )}
        <div style={{ display: 'flex', gap: 8 }}>
          {cause &&
            (cause.retired ? (
              <Button loading={editing.busy} onClick={() => void turn()}>
                恢复使用
              </Button>
            ) : (
              <Popconfirm title="停用后不能再选，已注明的工单不变。" okText="停用" onConfirm={turn}>
                <Button danger loading={editing.busy}>
                  停用
                </Button>
              </Popconfirm>
            ))}
          <span style={{ flex: 1 }} />
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={adding.busy || editing.busy}>
            保存
          </Button>
        </div>
      </Form>
    </div>
  )
}

const repairLabels: Record<string, string> = Object.fromEntries(
  Object.entries(repairCategories).map(([code, { label }]) => [code, label]),
)
