import type { BuildingDraft, BuildingRow } from '@yinuo/contracts'
import { App, Button, Form, Input, InputNumber } from 'antd'
import type { PointerEvent } from 'react'
import { call } from '../../../app/call.ts'
import { useSubmit } from '../../../app/submit.ts'
import planStyles from '../../../elements/plan.module.css'
import { Beside, EditDrawer } from './edit-drawer.tsx'
import { useRenewArchive } from './queries.ts'
import styles from './structure.module.css'

interface BuildingDrawerProps {
  communityId: string
  /** null: a new one */
  building: BuildingRow | null
  others: BuildingRow[]
  onClose: () => void
  onKept: (id: string) => void
}

export function BuildingDrawer({ communityId, building, others, onClose, onKept }: BuildingDrawerProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const [form] = Form.useForm<BuildingDraft>()
  const x = Form.useWatch('planX', form) ?? null
  const y = Form.useWatch('planY', form) ?? null
  const close = () => {
    renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (body: BuildingDraft, idempotencyKey) =>
      building
        ? call('PUT /communities/{communityId}/buildings/{id}', {
            path: { communityId, id: building.id },
            body: { ...body, version: building.version },
          })
        : call('POST /communities/{communityId}/buildings', { path: { communityId }, body, idempotencyKey }),
    (kept) => {
      message.success(building ? '楼栋已保存' : '楼栋已添加')
      onKept(kept.id)
      close()
    },
  )
  const put = (planX: number | null, planY: number | null) => form.setFieldsValue({ planX, planY })
  return (
    <EditDrawer
      title={building ? `编辑 ${building.name}` : '添加楼栋'}
      form={form}
      initialValues={building ? { name: building.name, planX: building.planX, planY: building.planY } : {}}
      busy={busy}
      failure={failure}
      onFinish={submit}
      onClose={onClose}
      onReload={close}
    >
      <Form.Item
        name="name"
        label="名称"
        extra={building && building.units > 0 ? `改名后，${building.units} 套房屋的房号和二维码随之更新。` : undefined}
        rules={[{ required: true, whitespace: true, message: '请填写楼栋名称' }]}
      >
        <Input placeholder="如：3号楼" maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item label="总平面图上的位置（点选，或填 0–1000）">
        <Plan
          others={others.filter(({ id }) => id !== building?.id)}
          at={x === null || y === null ? null : { x, y }}
          onPut={put}
        />
      </Form.Item>
      <Beside>
        <Form.Item name="planX" label="横向">
          <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="planY" label="纵向">
          <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Beside>
      <Button size="small" onClick={() => put(null, null)} disabled={x === null && y === null}>
        从平面图移除
      </Button>
    </EditDrawer>
  )
}

interface PlanProps {
  others: BuildingRow[]
  at: { x: number; y: number } | null
  onPut: (x: number, y: number) => void
}

/** The whole plan, 1000 by 1000, squeezed into what the drawer has. The figures beside it do the same by keyboard. */
function Plan({ others, at, onPut }: PlanProps) {
  const put = (event: PointerEvent<SVGSVGElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const within = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1000)
    onPut(within((event.clientX - left) / width), within((event.clientY - top) / height))
  }
  return (
    <svg className={`${planStyles['plan']} ${styles['plan']}`} onPointerDown={put} role="img" aria-label="总平面图">
      {others.map(
        ({ id, name, planX, planY }) =>
          planX !== null &&
          planY !== null && (
            <text key={id} className={planStyles['label']} x={`${planX / 10}%`} y={`${planY / 10}%`} fontSize={12}>
              {name}
            </text>
          ),
      )}
      {at && <circle className={styles['here']} cx={`${at.x / 10}%`} cy={`${at.y / 10}%`} r={7} />}
    </svg>
  )
}
