import { MailOutlined, PauseCircleOutlined, PrinterOutlined } from '@ant-design/icons'
import { arrearsLimits } from '@yinuo/contracts'
import type { HouseholdArrears, NewLateFeeWaiver, OwedBill, StoppedReminding } from '@yinuo/contracts'
import { Alert, App, Button, DatePicker, Drawer, Form, Input, Modal, Skeleton, Table } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { yuan } from '../../words/money.ts'
import { useHouseholdArrears, useRenewal } from './queries.ts'
import { RemindDialog } from './remind-dialog.tsx'
import { Reminders } from './reminders.tsx'

/** What a household owes, how it was asked, and whether it is to be asked. */
export function HouseholdDrawer({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useHouseholdArrears(communityId, unitId)
  return (
    <Drawer open onClose={onClose} size={880} title={query.data ? `${query.data.unitLabel} 欠费` : '欠费'}>
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {query.data && <Whole home={query.data} />}
    </Drawer>
  )
}

function Whole({ home }: { home: HouseholdArrears }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [doing, setDoing] = useState<'remind' | 'stop' | null>(null)
  return (
    <>
      <p style={{ fontSize: 16 }}>
        逾期 <Sum fen={home.overdueFen} strong />
        <span style={{ color: 'var(--secondary)' }}>
          ，未缴合计 <Sum fen={home.owedFen} />
        </span>
      </p>
      <p style={{ color: 'var(--secondary)' }}>
        {home.people.length > 0
          ? `业主和租户：${home.people.join('、')}，其中 ${home.reachable} 人能收到消息`
          : '没有登记业主或租户'}{' '}
        · <Link to={`/c/${communityId}/archive/${home.unitId}`}>住户档案</Link>
      </p>
      {home.stop && (
        <Alert
          type="warning"
          showIcon
          icon={<PauseCircleOutlined />}
          style={{ marginBottom: 12 }}
          title={`已暂停提醒${home.stop.until ? `到 ${home.stop.until}` : ''}：${home.stop.reason}（${home.stop.byName}）`}
        />
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 16 }}>
        {may('arrears.remind') && !home.stop && home.overdueFen > 0 && (
          <Button type="primary" icon={<MailOutlined />} onClick={() => setDoing('remind')}>
            催缴
          </Button>
        )}
        {home.bills.length > 0 && (
          <Link to={`/c/${communityId}/arrears/${home.unitId}/letter`}>
            <Button icon={<PrinterOutlined />}>打印缴费通知</Button>
          </Link>
        )}
        {may('arrears.remind') && (
          <Button icon={<PauseCircleOutlined />} onClick={() => setDoing('stop')}>
            {home.stop ? '恢复提醒' : '暂停提醒'}
          </Button>
        )}
      </div>
      <Bills bills={home.bills} />
      <h3 style={{ margin: '20px 0 8px', fontSize: 14 }}>催缴记录</h3>
      <Reminders reminders={home.reminders} />
      {doing === 'remind' && <RemindDialog home={home} onClose={() => setDoing(null)} />}
      {doing === 'stop' && <StopDialog home={home} onClose={() => setDoing(null)} />}
    </>
  )
}

function Bills({ bills }: { bills: readonly OwedBill[] }) {
  const may = useMay()
  const [waiving, setWaiving] = useState<OwedBill | null>(null)
  if (bills.length === 0) return <p style={{ color: 'var(--secondary)' }}>没有未缴的账单。</p>
  return (
    <>
      <Table<OwedBill>
        rowKey="id"
        size="small"
        dataSource={[...bills]}
        pagination={false}
        scroll={{ x: 720 }}
        columns={[
          {
            title: '账单',
            render: (_, bill) => (
              <>
                {bill.chargeName}
                <div style={{ color: 'var(--secondary)' }}>
                  {bill.periodFrom} 至 {bill.periodTo}
                </div>
              </>
            ),
          },
          { title: '缴费日', width: 110, dataIndex: 'dueOn' },
          {
            title: '逾期',
            width: 100,
            render: (_, { overdueDays }) =>
              overdueDays > 0 ? <StateTag tone="late">{overdueDays} 天</StateTag> : <StateTag tone="waiting">未到期</StateTag>,
          },
          { title: '未缴', width: 120, align: 'right', render: (_, { owedFen }) => <Sum fen={owedFen} strong /> },
          {
            title: '违约金（至今）',
            width: 260,
            render: (_, bill) => (
              <>
                {bill.lateFee ? (
                  <>
                    <Sum fen={bill.lateFee.feeFen} />
                    <div style={{ color: 'var(--secondary)' }}>{bill.lateFee.formula}</div>
                  </>
                ) : (
                  '—'
                )}
                {bill.waiver && bill.waiver.state !== 'refused' && (
                  <StateTag tone={bill.waiver.state === 'asked' ? 'soon' : 'onTime'}>
                    {bill.waiver.state === 'asked' ? '减免待审批' : '已减免'}
                  </StateTag>
                )}
                {(!bill.waiver || bill.waiver.state === 'refused') &&
                  (bill.lateFee?.feeFen ?? 0) > 0 &&
                  may('arrears.remind') && (
                    <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setWaiving(bill)}>
                      申请减免
                    </Button>
                  )}
              </>
            ),
          },
        ]}
      />
      {waiving && <WaiveDialog bill={waiving} onClose={() => setWaiving(null)} />}
    </>
  )
}

function WaiveDialog({ bill, onClose }: { bill: OwedBill; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ reason: string }>()
  const { submit, busy, failure } = useSubmit(
    (body: NewLateFeeWaiver, idempotencyKey) =>
      call('POST /communities/{communityId}/late-fee-waivers', { path: { communityId }, body, idempotencyKey }),
    () => {
      message.success('已申请，等另一位同事审批')
      renew()
      onClose()
    },
  )
  return (
    <Modal open title="申请减免违约金" okText="申请" okButtonProps={{ loading: busy }} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} />
      <p style={{ color: 'var(--secondary)' }}>
        {bill.chargeName} {bill.periodFrom} 至 {bill.periodTo}，至今违约金 {yuan(bill.lateFee?.feeFen ?? 0)}
        。批准后这张账单不再收违约金。
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => submit({ billId: bill.id, reason })}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明减免的原因' }]}>
          <Input.TextArea maxLength={arrearsLimits.reason} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function StopDialog({ home, onClose }: { home: HouseholdArrears; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ reason: string; until?: Dayjs | null }>()
  const resuming = home.stop !== null
  const { submit, busy, failure } = useSubmit(
    (body: StoppedReminding, idempotencyKey) =>
      call('POST /communities/{communityId}/households/{unitId}/stop-reminding', {
        path: { communityId, unitId: home.unitId },
        body,
        idempotencyKey,
      }),
    () => {
      message.success(resuming ? '已恢复提醒' : '已暂停提醒')
      renew()
      onClose()
    },
  )
  const save = ({ reason, until }: { reason: string; until?: Dayjs | null }) =>
    submit({ stopped: true, reason, ...(until && { until: until.format('YYYY-MM-DD') }) })
  return (
    <Modal
      open
      title={resuming ? '恢复这户的缴费提醒' : '暂停这户的缴费提醒'}
      okText={resuming ? '恢复' : '暂停'}
      okButtonProps={{ loading: busy }}
      onOk={() => (resuming ? submit({ stopped: false }) : form.submit())}
      onCancel={onClose}
    >
      <Refusal failure={failure} />
      {resuming ? (
        <p>恢复后，以后到了提醒日的账单会照常提醒；暂停期间错过的不补发。</p>
      ) : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
          <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
            <Input.TextArea
              maxLength={arrearsLimits.reason}
              autoSize={{ minRows: 2 }}
              placeholder="如对账单有争议、已约定分期、家庭困难"
              autoFocus
            />
          </Form.Item>
          <Form.Item name="until" label="暂停到哪天（不选则一直暂停）">
            <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
          </Form.Item>
        </Form>
      )}
    </Modal>
  )
}
