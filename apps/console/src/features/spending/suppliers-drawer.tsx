import { PlusOutlined } from '@ant-design/icons'
import { moneyLimits } from '@yinuo/contracts'
import type { EditedSupplier, NewSupplier, SupplierRow } from '@yinuo/contracts'
import { App, Button, Checkbox, Drawer, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { StateTag } from '../../elements/tag.tsx'
import { useRenewal } from '../ledger/queries.ts'
import { useSuppliers } from './queries.ts'

/** Who the company buys from, shared by its communities. */
export function SuppliersDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [stopped, setStopped] = useState(false)
  const [editing, setEditing] = useState<SupplierRow | 'new' | null>(null)
  const settled = useSettled(typed.trim(), 300)
  const query = useSuppliers(communityId, { stopped, ...(settled && { query: settled }) })
  return (
    <Drawer
      open
      onClose={onClose}
      size={720}
      title="供应商"
      extra={
        may('ledger.edit') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            添加供应商
          </Button>
        )
      }
    >
      {editing && (
        <SupplierForm
          key={editing === 'new' ? 'new' : editing.id}
          supplier={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <div style={{ display: 'flex', gap: 12, alignItems: 'center', marginBottom: 12 }}>
        <Input
          allowClear
          placeholder="搜名称或联系人"
          aria-label="搜供应商"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Checkbox checked={stopped} onChange={(event) => setStopped(event.target.checked)} style={{ whiteSpace: 'nowrap' }}>
          包含停用
        </Checkbox>
      </div>
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title="没有供应商" hint="添加后，各小区登记支出时都能选。" />}
      >
        <Table<SupplierRow>
          rowKey="id"
          size="small"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 620 }}
          columns={[
            {
              title: '名称',
              render: (_, { name, stopped: gone, note }) => (
                <>
                  {name} {gone && <StateTag tone="done">已停用</StateTag>}
                  {note && <div style={{ color: 'var(--secondary)' }}>{note}</div>}
                </>
              ),
            },
            { title: '联系人', width: 150, render: (_, { contact, phone }) => [contact, phone].filter(Boolean).join(' ') || '—' },
            { title: '税号', width: 180, render: (_, { taxNumber }) => taxNumber || '—' },
            {
              title: '',
              width: 72,
              render: (_, supplier) =>
                may('ledger.edit') && (
                  <Button size="small" onClick={() => setEditing(supplier)}>
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

type Fields = Pick<NewSupplier, 'name' | 'contact' | 'phone' | 'taxNumber' | 'note'> & { stopped?: boolean }

function SupplierForm({ supplier, onClose }: { supplier: SupplierRow | null; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const done = () => {
    message.success('已保存')
    renew()
    onClose()
  }
  const adding = useSubmit(
    (body: NewSupplier, idempotencyKey) =>
      call('POST /communities/{communityId}/suppliers', { path: { communityId }, body, idempotencyKey }),
    done,
  )
  const editing = useSubmit(
    (body: EditedSupplier) =>
      call('PUT /communities/{communityId}/suppliers/{id}', { path: { communityId, id: supplier!.id }, body }),
    done,
  )
  const save = ({ stopped = false, ...fields }: Fields) =>
    supplier ? editing.submit({ ...fields, stopped, version: supplier.version }) : adding.submit(fields)
  return (
    <div style={{ padding: 16, marginBottom: 16, borderRadius: 8, background: 'var(--page)' }}>
      <Refusal failure={adding.failure ?? editing.failure} onReload={done} />
      <Form<Fields> layout="vertical" requiredMark={false} initialValues={supplier ?? {}} onFinish={save}>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 16px' }}>
          <Form.Item name="contact" label="联系人">
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="phone" label="电话">
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="taxNumber" label="税号">
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="note" label="备注">
            <Input maxLength={moneyLimits.text} />
          </Form.Item>
        </div>
        {supplier && (
          <Form.Item name="stopped" valuePropName="checked">
            <Checkbox>停用：以后不能再选，已登记的不变</Checkbox>
          </Form.Item>
        )}
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={adding.busy || editing.busy}>
            保存
          </Button>
        </div>
      </Form>
    </div>
  )
}
