import { sampleResults } from '@yinuo/contracts'
import type { DrawSamples, RepairSample, SampleFinding } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Form, Input, InputNumber, Modal, Radio, Table } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { call, callUntil } from '../../../app/call.ts'
import { keysOf, useCommunity } from '../../../app/community.ts'
import { usePages } from '../../../app/queries.ts'
import { useSubmit } from '../../../app/submit.ts'
import { ExportButton } from '../../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { Page, Panel } from '../../../elements/page.tsx'
import { Refusal } from '../../../elements/refusal.tsx'
import { StateTag } from '../../../elements/tag.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { endOfDay, startOfDay } from '../../../words/time.ts'
import { CaseLink } from '../case-link.tsx'
import { samplesSentence } from './samples-sentence.ts'

const tones = { pending: 'waiting', passed: 'onTime', failed: 'late' } as const

/** Supervisors look at closed work drawn at random: nobody chooses what is looked at. */
export function SamplesPage() {
  const { communityId } = useCommunity()
  const [drawing, setDrawing] = useState(false)
  const [finding, setFinding] = useState<RepairSample | null>(null)
  const query = usePages<RepairSample>(keysOf(communityId).samples, (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/repair-samples', { path: { communityId }, query: { cursor } }),
  )
  const draw = (
    <Button type="primary" onClick={() => setDrawing(true)}>
      随机抽取
    </Button>
  )

  return (
    <Page title="抽查" about={samplesSentence(query.rows)} actions={[<ExportButton key="export" list="samples" />, draw]}>
      <Panel>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="还没有抽查" hint="从已完成的报修里随机抽几件，到现场看看修得怎么样。" action={draw} />}
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 1000 }}
            columns={[
              {
                title: '单号',
                width: 150,
                render: (_, row) => (
                  <CaseLink communityId={communityId} id={row.repairId}>
                    {row.repairNumber}
                  </CaseLink>
                ),
              },
              { title: '位置', dataIndex: 'placeLabel', ellipsis: true },
              { title: '处理人', dataIndex: 'assigneeName', width: 100 },
              { title: '完成', width: 140, render: (_, row) => <TimeText at={row.closedAt} /> },
              {
                title: '结果',
                width: 110,
                render: (_, row) => <StateTag tone={tones[row.result]}>{sampleResults[row.result]}</StateTag>,
              },
              {
                title: '检查情况',
                ellipsis: true,
                render: (_, row) => (row.finding ? `${row.inspectorName}：${row.finding}` : '—'),
              },
              {
                title: '',
                width: 110,
                align: 'right',
                render: (_, row) =>
                  row.result === 'pending' && (
                    <Button size="small" onClick={() => setFinding(row)}>
                      登记结果
                    </Button>
                  ),
              },
            ]}
          />
        </Listing>
      </Panel>
      {drawing && <DrawDialog onClose={() => setDrawing(false)} />}
      {finding && <FindingDialog sample={finding} onClose={() => setFinding(null)} />}
    </Page>
  )
}

function DrawDialog({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ count: number; closed: [Dayjs, Dayjs] }>()
  const { submit, busy, failure } = useSubmit(
    (body: DrawSamples, idempotencyKey) =>
      call('POST /communities/{communityId}/repair-samples', { path: { communityId }, body, idempotencyKey }),
    (drawn) => {
      message.success(drawn.length > 0 ? `已随机抽取 ${drawn.length} 件` : '这段时间没有可抽的报修')
      void queries.invalidateQueries({ queryKey: keysOf(communityId).samples })
      onClose()
    },
  )
  const draw = ({ count, closed }: { count: number; closed: [Dayjs, Dayjs] }) => {
    const [from, until] = closed.map((day) => day.format('YYYY-MM-DD')) as [string, string]
    void submit({ count, closedFrom: startOfDay(from), closedUntil: endOfDay(until) })
  }
  return (
    <Modal
      open
      title="随机抽取已完成的报修"
      okText="抽取"
      okButtonProps={{ loading: busy }}
      onOk={form.submit}
      onCancel={onClose}
      width={440}
    >
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={draw}
        initialValues={{ count: 5, closed: [dayjs().subtract(7, 'day'), dayjs()] }}
      >
        <Form.Item name="count" label="抽几件" rules={[{ required: true, message: '请填写件数' }]}>
          <InputNumber min={1} max={100} suffix="件" />
        </Form.Item>
        <Form.Item name="closed" label="完成日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker.RangePicker format="M月D日" style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function FindingDialog({ sample, onClose }: { sample: RepairSample; onClose: () => void }) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const [form] = Form.useForm<SampleFinding>()
  const { submit, busy, failure } = useSubmit(
    (body: SampleFinding, idempotencyKey) =>
      call('POST /communities/{communityId}/repair-samples/{id}/result', {
        path: { communityId, id: sample.id },
        body,
        idempotencyKey,
      }),
    () => {
      void queries.invalidateQueries({ queryKey: keysOf(communityId).samples })
      onClose()
    },
  )
  return (
    <Modal
      open
      title={`抽查结果 · ${sample.placeLabel}`}
      okText="登记"
      okButtonProps={{ loading: busy }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <Refusal failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="result" label="结果" rules={[{ required: true, message: '请选择' }]}>
          <Radio.Group
            optionType="button"
            options={[
              { value: 'passed', label: '合格' },
              { value: 'failed', label: '不合格' },
            ]}
          />
        </Form.Item>
        <Form.Item name="finding" label="检查情况" rules={[{ required: true, whitespace: true, message: '请写明看到了什么' }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} showCount placeholder="如：接口无渗漏，现场已清理" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
