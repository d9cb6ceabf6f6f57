import { ImportOutlined, PlusOutlined, SettingOutlined, ShopOutlined } from '@ant-design/icons'
import { fundRecordSides, fundRecordStates, funds } from '@yinuo/contracts'
import type { Fund, FundRecordRow, FundRecordSide, FundRecordState, SetFundRecordRules } from '@yinuo/contracts'
import { App, Button, DatePicker, Form, Input, InputNumber, Modal, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { Sum } from '../../elements/sum.tsx'
import { fenOf } from '../../words/money.ts'
import { Choice } from '../ledger/entries-tab.tsx'
import { useRenewal } from '../ledger/queries.ts'
import { categoryWord } from '../ledger/words.ts'
import { EnterDrawer } from './enter-drawer.tsx'
import { ImportDrawer } from './import-drawer.tsx'
import { useRecordRules, useRecords, type RecordFilters } from './queries.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { RecordTag } from './record-tag.tsx'
import { SumsPart } from './sums-part.tsx'
import { SuppliersDrawer } from './suppliers-drawer.tsx'

const DAY = 'YYYY-MM-DD'

/** What was spent, and what came in besides bills. */
export function SpendingPage() {
  const { communityId } = useCommunity()
  const may = useMay()
  const rules = useRecordRules(communityId)
  const [search, setSearch] = useSearchParams()
  const [doing, setDoing] = useState<'enter' | 'import' | 'suppliers' | 'rules' | null>(null)
  const record = search.get('record')
  const open = (id: string | null) => setSearch(id ? { record: id } : {}, { replace: true })
  const waiting = rules.data?.waiting ?? 0
  return (
    <Page
      title="收支登记"
      about={waiting > 0 ? `有 ${waiting} 笔等待审批` : '登记支出和账单以外的收入，附上票据；登记后只能冲销，不能修改'}
      actions={
        <>
          {may('ledger.close') && (
            <Button icon={<SettingOutlined />} onClick={() => setDoing('rules')}>
              审批限额
            </Button>
          )}
          <Button icon={<ShopOutlined />} onClick={() => setDoing('suppliers')}>
            供应商
          </Button>
          {may('ledger.edit') && (
            <Button icon={<ImportOutlined />} onClick={() => setDoing('import')}>
              导入
            </Button>
          )}
          {may('ledger.edit') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing('enter')}>
              登记收支
            </Button>
          )}
        </>
      }
    >
      <SumsPart />
      <Records onOpen={open} onEnter={() => setDoing('enter')} />
      {record && <RecordDrawer key={record} id={record} onClose={() => open(null)} />}
      {doing === 'import' && <ImportDrawer onClose={() => setDoing(null)} />}
      {doing === 'suppliers' && <SuppliersDrawer onClose={() => setDoing(null)} />}
      {doing === 'rules' && rules.data && <RulesDialog fen={rules.data.approveAboveFen} onClose={() => setDoing(null)} />}
      {doing === 'enter' && (
        <EnterDrawer
          initial={{}}
          onDone={({ id }) => {
            setDoing(null)
            open(id)
          }}
          onClose={() => setDoing(null)}
        />
      )}
    </Page>
  )
}

function Records({ onOpen, onEnter }: { onOpen: (id: string) => void; onEnter: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Omit<RecordFilters, 'query'>>({})
  const query = useSettled(typed.trim(), 300)
  const filters = { ...chosen, ...(query && { query }) }
  const records = useRecords(communityId, filters)
  const set = (change: Partial<RecordFilters>) => setChosen((now) => ({ ...now, ...change }))
  return (
    <Panel>
      <Bar>
        <Input.Search
          allowClear
          placeholder="搜摘要、供应商、票据号"
          aria-label="搜收支"
          style={{ width: 250 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <DatePicker.RangePicker
          aria-label="日期"
          style={{ width: 260 }}
          value={chosen.from && chosen.to ? [dayjs(chosen.from), dayjs(chosen.to)] : null}
          onChange={(days) => set({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
        />
        <Choice<FundRecordSide> word="收支" labels={fundRecordSides} value={chosen.side} onChange={(side) => set({ side })} />
        <Choice<Fund> word="资金" labels={funds} value={chosen.fund} onChange={(fund) => set({ fund })} />
        <Choice<FundRecordState>
          word="状态"
          labels={fundRecordStates}
          value={chosen.state}
          onChange={(state) => set({ state })}
        />
        <span style={{ flex: 1 }} />
        <ExportButton list="fundRecords" filters={filters} />
      </Bar>
      <Listing
        query={records}
        count={records.rows.length}
        empty={
          <EmptyPlace
            title="没有收支"
            hint="换个筛选条件，或登记第一笔。"
            action={may('ledger.edit') && <Button onClick={onEnter}>登记收支</Button>}
          />
        }
      >
        <Table<FundRecordRow>
          rowKey="id"
          dataSource={records.rows}
          pagination={false}
          scroll={{ x: 900 }}
          columns={[
            { title: '日期', width: 110, dataIndex: 'happenedOn' },
            { title: '收支', width: 64, render: (_, { side }) => fundRecordSides[side] },
            {
              title: '摘要',
              render: (_, row) => (
                <>
                  <Button
                    type="link"
                    style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
                    onClick={() => onOpen(row.id)}
                  >
                    {row.text}
                  </Button>
                  <div style={{ color: 'var(--secondary)' }}>
                    {[funds[row.fund], categoryWord(row.category), row.supplierName].filter(Boolean).join(' · ')}
                  </div>
                </>
              ),
            },
            { title: '金额', width: 140, align: 'right', render: (_, { amountFen }) => <Sum fen={amountFen} /> },
            { title: '状态', width: 110, render: (_, { state }) => <RecordTag state={state} /> },
            { title: '附件', width: 64, align: 'right', render: (_, { vouchers }) => vouchers || '—' },
            { title: '登记人', width: 90, dataIndex: 'enteredByName' },
          ]}
        />
      </Listing>
    </Panel>
  )
}

function RulesDialog({ fen, onClose }: { fen: number; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ yuan: number }>()
  const { submit, busy, failure } = useSubmit(
    (body: SetFundRecordRules) => call('PUT /communities/{communityId}/fund-record-rules', { path: { communityId }, body }),
    () => {
      message.success('已保存')
      renew()
      onClose()
    },
  )
  return (
    <Modal open title="审批限额" okText="保存" okButtonProps={{ loading: busy }} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ yuan: fen / 100 }}
        onFinish={({ yuan }) => submit({ approveAboveFen: fenOf(yuan) })}
      >
        <Form.Item
          name="yuan"
          label="超过多少要由另一位同事审批"
          rules={[{ required: true, message: '请填写金额' }]}
          extra="填 0 表示每一笔都要审批；已登记的不受影响。"
        >
          <InputNumber min={0} precision={2} prefix="¥" style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
