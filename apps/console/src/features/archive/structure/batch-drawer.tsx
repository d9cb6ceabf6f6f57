import { codesOf, roomNumberings } from '@yinuo/contracts'
import type { BuildingRow, PlannedUnit, UnitBatch } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { App, AutoComplete, Form, InputNumber, Radio, Skeleton } from 'antd'
import { call, callUntil } from '../../../app/call.ts'
import { keysOf } from '../../../app/community.ts'
import { useSubmit } from '../../../app/submit.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import { useSettled } from '../../../elements/settled.ts'
import { Beside, EditDrawer } from './edit-drawer.tsx'
import { floorWord } from './floors.ts'
import { useRenewArchive } from './queries.ts'
import styles from './structure.module.css'
import { UseAndState } from './use-and-state.tsx'

interface BatchDrawerProps {
  communityId: string
  building: BuildingRow
  entrance: string
  onClose: () => void
}

type Typed = Partial<Omit<UnitBatch, 'buildingId'>>

const asked = ['floorFrom', 'floorUntil', 'roomFrom', 'roomUntil'] as const

/** Adds the floors × rooms of an entrance; what would be added is shown while it is typed. */
export function BatchDrawer({ communityId, building, entrance, onClose }: BatchDrawerProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const [form] = Form.useForm<Typed>()
  const typed = Form.useWatch([], form) as Typed | undefined
  const batch = useSettled(batchOf(typed, building.id), 400)
  const plan = useQuery({
    queryKey: [...keysOf(communityId).archive, 'plan-units', batch],
    queryFn: ({ signal }) =>
      callUntil(signal)('POST /communities/{communityId}/unit-batches/preview', { path: { communityId }, body: batch! }),
    enabled: batch !== null,
  })
  const close = () => {
    renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (body: UnitBatch, idempotencyKey) =>
      call('POST /communities/{communityId}/unit-batches', { path: { communityId }, body, idempotencyKey }),
    ({ added, existing }) => {
      message.success(`已添加 ${added} 套${existing > 0 ? `，${existing} 套原来就有，没有改动` : ''}`)
      close()
    },
  )
  const fresh = plan.data?.filter(({ exists }) => !exists).length
  return (
    <EditDrawer
      title={`批量添加 · ${building.name}`}
      form={form}
      initialValues={{ entrance, numbering: 'floor-room', use: 'dwelling', state: 'vacant', roomFrom: 1, floorFrom: 1 }}
      busy={busy}
      failure={failure}
      onFinish={() => {
        const body = batchOf(form.getFieldsValue(), building.id)
        return body && submit(body)
      }}
      onClose={onClose}
      onReload={close}
      saveWord={fresh === undefined ? '添加' : `添加 ${fresh} 套`}
    >
      <Form.Item name="entrance" label="单元（可不填）">
        <AutoComplete
          options={building.entrances.filter(({ name }) => name).map(({ name }) => ({ value: name }))}
          placeholder="如：2单元"
          maxLength={20}
        />
      </Form.Item>
      <Beside>
        <Count name="floorFrom" label="从第几层" min={-9} max={200} />
        <Count name="floorUntil" label="到第几层" min={-9} max={200} />
        <Count name="roomFrom" label="每层从第几间" min={1} max={99} />
        <Count name="roomUntil" label="每层到第几间" min={1} max={99} />
      </Beside>
      <Form.Item name="numbering" label="房号写法（6 层第 1 间）">
        <Radio.Group
          optionType="button"
          options={codesOf(roomNumberings).map((value) => ({ value, label: roomNumberings[value] }))}
        />
      </Form.Item>
      <Beside>
        <UseAndState />
        <Form.Item name="areaSquareMetres" label="每套面积（㎡）" rules={[{ required: true, message: '请填写面积' }]}>
          <InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
      </Beside>
      {batch === null ? (
        <p style={{ color: 'var(--secondary)' }}>填好楼层、房间和面积后，这里显示将要添加的房号。</p>
      ) : plan.isError ? (
        <RetryNote query={plan} />
      ) : plan.data ? (
        <Preview planned={plan.data} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      )}
    </EditDrawer>
  )
}

function Count({ name, label, min, max }: { name: (typeof asked)[number]; label: string; min: number; max: number }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: '请填写' }]}>
      <InputNumber min={min} max={max} precision={0} style={{ width: '100%' }} />
    </Form.Item>
  )
}

function Preview({ planned }: { planned: PlannedUnit[] }) {
  const existing = planned.filter(({ exists }) => exists).length
  const floors = [...new Set(planned.map(({ floor }) => floor))]
  return (
    <>
      <p aria-live="polite" style={{ marginBottom: 8 }}>
        将添加 <b>{planned.length - existing}</b> 套{existing > 0 && `；${existing} 套已经有了（划线），保持不变`}。
      </p>
      <div className={styles['preview']}>
        {floors.map((floor) => (
          <div key={floor}>
            <i>{floorWord(floor)}</i>
            {planned
              .filter((unit) => unit.floor === floor)
              .map(({ number, exists }) => (exists ? <s key={number}>{number}</s> : <span key={number}>{number}</span>))}
          </div>
        ))}
      </div>
    </>
  )
}

/** What the server is asked, once everything it needs is there. */
function batchOf(typed: Typed | undefined, buildingId: string): UnitBatch | null {
  if (!typed?.areaSquareMetres || asked.some((field) => typeof typed[field] !== 'number')) return null
  return { ...(typed as Omit<UnitBatch, 'buildingId'>), buildingId }
}
