import { ArrowLeftOutlined } from '@ant-design/icons'
import { boxLimits, complaintCategories, complaintSorts, complaintStates } from '@yinuo/contracts'
import type { BoxOpeningView, BoxSlip, CorrectedCount } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Modal, Progress } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { Photos } from '../../elements/photos.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import styles from './boxes.module.css'
import { Registered } from './openings-list.tsx'
import { boxKeys, useOpening } from './queries.ts'
import { SlipForm } from './slip-form.tsx'

/** One opening: its slips, written down one by one until as many are registered as were counted. */
export function OpeningPage() {
  const { id = '' } = useParams()
  const { communityId } = useCommunity()
  const query = useOpening(communityId, id)
  const opening = query.data
  return (
    <Page
      title={opening ? `开箱 · ${opening.boxName}` : '开箱'}
      about={
        <>
          <Link to={`/c/${communityId}/suggestion-boxes?view=openings`}>
            <ArrowLeftOutlined /> 开箱记录
          </Link>
          {opening && (
            <span style={{ marginLeft: 12 }}>
              <Registered row={opening} />
            </span>
          )}
        </>
      }
      actions={opening && <CorrectCount opening={opening} />}
    >
      <Listing query={query} count={opening ? 1 : 0} empty={<EmptyPlace title="没有这次开箱" />}>
        {opening && <Opening opening={opening} />}
      </Listing>
    </Page>
  )
}

function Opening({ opening }: { opening: BoxOpeningView }) {
  const may = useMay()
  const { slips, registered, done } = opening
  return (
    <div className={styles['columns']}>
      <div style={{ display: 'grid', gap: 12 }}>
        {done ? (
          <Alert
            type="success"
            showIcon
            title={slips === 0 ? '箱里没有意见，开箱已完成' : `清点的 ${slips} 张已全部登记，开箱已完成`}
          />
        ) : (
          may('complaints.assign') && (
            <Panel title={`登记第 ${registered + 1} 张，共 ${slips} 张`} padded>
              <Progress percent={Math.round((registered / slips) * 100)} format={() => `${registered} / ${slips}`} />
              <SlipForm key={opening.id} openingId={opening.id} />
            </Panel>
          )
        )}
        <Panel title="已登记的意见">
          {opening.items.length === 0 ? (
            <EmptyPlace title="还没有登记" hint="照纸条上的原话逐张登记；看不清的登记为无法辨认。" />
          ) : (
            <ol className={styles['slips']}>
              {opening.items.map((slip) => (
                <Slip key={slip.ordinal} slip={slip} />
              ))}
            </ol>
          )}
        </Panel>
      </div>
      <Panel title="开箱情况" padded>
        <p>位置：{opening.boxPlace}</p>
        <p>
          时间：
          <TimeText at={opening.openedAt} />
        </p>
        <p>开箱人：{opening.openedByName}</p>
        <p>见证人：{opening.witness}</p>
        <p>清点：{slips} 张</p>
        {opening.note && <p>备注：{opening.note}</p>}
        <Photos files={opening.files} />
      </Panel>
    </div>
  )
}

function Slip({ slip }: { slip: BoxSlip }) {
  const { communityId } = useCommunity()
  return (
    <li>
      {slip.complaintId ? (
        <>
          <Link to={`/c/${communityId}/complaints/${slip.complaintId}`}>
            {complaintSorts[slip.sort!]} · {complaintCategories[slip.category!]} · {slip.number}
          </Link>{' '}
          <span style={{ color: 'var(--secondary)' }}>{complaintStates[slip.state!]}</span>
          <div>{slip.description}</div>
        </>
      ) : (
        <>
          <strong>无法辨认</strong>
          <div>{slip.unreadableBecause}</div>
        </>
      )}
      <small>
        {slip.registeredByName} 登记于 <TimeText at={slip.registeredAt} />
      </small>
    </li>
  )
}

/** Two slips that were one, or one overlooked at the bottom. */
function CorrectCount({ opening }: { opening: BoxOpeningView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Omit<CorrectedCount, 'version'>>()
  const keys = boxKeys(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: CorrectedCount) =>
      call('PUT /communities/{communityId}/box-openings/{id}/count', { path: { communityId, id: opening.id }, body }),
    (kept) => {
      queries.setQueryData(keys.opening(opening.id), kept)
      void queries.invalidateQueries({ queryKey: keys.all })
      setOpen(false)
    },
  )
  if (!may('complaints.assign')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>更正张数</Button>
      <Modal
        open={open}
        title="更正清点的张数"
        okText="更正"
        okButtonProps={{ loading: busy }}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Refusal failure={failure} onReload={() => void queries.invalidateQueries({ queryKey: keys.opening(opening.id) })} />
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ slips: opening.slips }}
          onFinish={(typed) => void submit({ ...typed, version: opening.version })}
        >
          <Form.Item
            name="slips"
            label="实际张数"
            extra={`已登记 ${opening.registered} 张，不能比它少。`}
            rules={[{ required: true, message: '请填写张数' }]}
          >
            <InputNumber min={opening.registered} max={boxLimits.slips} precision={0} suffix="张" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
            <Input maxLength={200} placeholder="如 两张是同一份意见" />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
