import { codesOf, meterKinds, meterUnits, readingWays } from '@yinuo/contracts'
import type { MeterReadingDetail, MeterReadings, MeterView, ReadingWay } from '@yinuo/contracts'
import { Button, Checkbox, Drawer, Form, Input, InputNumber, Modal, Popconfirm, Segmented, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import styles from './billing.module.css'
import { ReplaceDialog } from './meter-dialog.tsx'
import { useBillingChange, useReadings } from './queries.ts'
import { today } from './today.ts'
import { countOf, countText } from './words.ts'

/** One meter: its readings, the latest first; the last of them can be put right. */
export function MeterDrawer({ meter, onClose }: { meter: MeterView; onClose: () => void }) {
  const may = useMay()
  const query = useReadings(meter.id)
  const [doing, setDoing] = useState<'read' | 'replace' | 'correct' | null>(null)
  const readings = query.data ?? []
  const mayEdit = may('billing.edit') && !meter.removedOn
  const done = () => setDoing(null)
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title={`${meter.unitLabel} · ${meterKinds[meter.kind]}表 ${meter.number}`}
      extra={
        mayEdit && (
          <Space>
            <Button onClick={() => setDoing('replace')}>换表</Button>
            <Button type="primary" onClick={() => setDoing('read')}>
              登记读数
            </Button>
          </Space>
        )
      }
    >
      <p className={styles['quiet']}>
        {meter.installedOn} 装表，起始读数 {countText(meter.firstReading)}，整数 {meter.digits} 位
        {meter.removedOn && `，${meter.removedOn} 拆下`}
      </p>
      <Listing query={query} count={readings.length} empty={<EmptyPlace title="还没有抄过" />}>
        <ul className={styles['lines']}>
          {readings.map((reading, index) => (
            <Reading
              key={reading.id}
              meter={meter}
              reading={reading}
              {...(index === 0 && mayEdit && { onCorrect: () => setDoing('correct') })}
            />
          ))}
        </ul>
      </Listing>
      {doing === 'replace' && <ReplaceDialog meter={meter} onClose={done} />}
      {doing === 'read' && <ReadDialog meter={meter} onClose={done} />}
      {doing === 'correct' && readings[0] && <ReadDialog meter={meter} reading={readings[0]} onClose={done} />}
    </Drawer>
  )
}

function Reading({ meter, reading, onCorrect }: { meter: MeterView; reading: MeterReadingDetail; onCorrect?: () => void }) {
  const { communityId } = useCommunity()
  const { id, version, readOn, value, used, how, rolledOver, unusual, readByName, photo } = reading
  const drop = useBillingChange(
    (body: { version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/meter-readings/{id}/drop', { path: { communityId, id }, body, idempotencyKey }),
    '读数已删除',
  )
  return (
    <li>
      <span>
        {readOn} {unusual && <StateTag tone="late">用量异常，核对后才会生成账单</StateTag>}
        <br />
        <span className={styles['quiet']}>
          {[readingWays[how], rolledOver && '过零', readByName].filter(Boolean).join(' · ')}
          {photo && (
            <>
              {' · '}
              <a href={photo.url} target="_blank" rel="noreferrer">
                照片
              </a>
            </>
          )}
        </span>
        <Refusal failure={drop.failure} />
        {onCorrect && (
          <div>
            <Button type="link" style={{ paddingLeft: 0 }} onClick={onCorrect}>
              {unusual ? '核对或更正' : '更正'}
            </Button>
            <Popconfirm title="删除这次抄表？" okText="删除" onConfirm={() => drop.submit({ version })}>
              <Button type="link" danger>
                删除
              </Button>
            </Popconfirm>
          </div>
        )}
      </span>
      <span>
        {countText(value)}
        <br />
        用量 {countText(used)} {meterUnits[meter.kind]}
      </span>
    </li>
  )
}

interface Typed {
  readOn: string
  value: number
  how: ReadingWay
  rolledOver?: boolean
  photos?: KeptPhoto[]
}

/** One reading with its photo, or the last one put right. */
function ReadDialog({ meter, reading, onClose }: { meter: MeterView; reading?: MeterReadingDetail; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const { kind, number } = meter
  const change = useBillingChange(
    ({ readOn, value, how, rolledOver = false, photos = [] }: Typed, idempotencyKey) => {
      const said = { value: countOf(value), how, rolledOver }
      if (reading)
        return call('PUT /communities/{communityId}/meter-readings/{id}', {
          path: { communityId, id: reading.id },
          body: { ...said, version: reading.version },
        })
      const body: MeterReadings = { kind, readings: [{ number, readOn, ...said, ...(photos[0] && { fileId: photos[0].id }) }] }
      return call('POST /communities/{communityId}/meter-readings', { path: { communityId }, body, idempotencyKey })
    },
    reading ? '读数已核对' : '读数已登记',
    onClose,
  )
  return (
    <Modal
      open
      title={reading ? '核对或更正读数' : '登记读数'}
      okText={reading ? '确认' : '登记'}
      okButtonProps={{ loading: change.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={reading ? { ...reading, value: reading.value / 1000 } : { readOn: today(), how: 'read' }}
        onFinish={(typed) => void change.submit(typed)}
      >
        {!reading && (
          <Form.Item name="readOn" label="抄表日期" rules={[{ required: true, message: '请选择日期' }]}>
            <Input type="date" max={today()} />
          </Form.Item>
        )}
        <Form.Item name="value" label="读数" rules={[{ required: true, message: '请填写读数' }]}>
          <InputNumber min={0} max={10 ** meter.digits} precision={3} style={{ width: '100%' }} autoFocus />
        </Form.Item>
        <Form.Item name="how" label="方式">
          <Segmented options={codesOf(readingWays).map((value) => ({ value, label: readingWays[value] }))} />
        </Form.Item>
        <Form.Item name="rolledOver" valuePropName="checked">
          <Checkbox>走满归零过</Checkbox>
        </Form.Item>
        {!reading && (
          <Form.Item name="photos" label="表盘照片（可不传）">
            <PhotoPicker communityId={communityId} most={1} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
