import { codesOf, unitStates, unitUses } from '@yinuo/contracts'
import type { BuildingRow, UnitCell, UnitDraft } from '@yinuo/contracts'
import { App, AutoComplete, Button, Form, Input, InputNumber, Select } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '../../../app/call.ts'
import { useSubmit } from '../../../app/submit.ts'
import { DayField } from './day-field.tsx'
import { Beside, EditDrawer } from './edit-drawer.tsx'
import { EndButton } from './end-button.tsx'
import { useRenewArchive } from './queries.ts'
import { UseAndState } from './use-and-state.tsx'

interface UnitDrawerProps {
  communityId: string
  buildings: BuildingRow[]
  /** where a new one stands, or the one is that is changed */
  buildingId: string
  entrance: string
  /** null: a new one */
  unit: UnitCell | null
  onClose: () => void
}

export function UnitDrawer({ communityId, buildings, buildingId, entrance, unit, onClose }: UnitDrawerProps) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const renew = useRenewArchive(communityId)
  const [form] = Form.useForm<UnitDraft>()
  const standsIn = Form.useWatch('buildingId', form) ?? buildingId
  const entrances = buildings.find(({ id }) => id === standsIn)?.entrances ?? []
  const close = () => {
    renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (body: UnitDraft, idempotencyKey) =>
      unit
        ? call('PUT /communities/{communityId}/units/{id}', {
            path: { communityId, id: unit.id },
            body: { ...body, version: unit.version },
          })
        : call('POST /communities/{communityId}/units', { path: { communityId }, body, idempotencyKey }),
    () => {
      message.success(unit ? '房屋已保存' : '房屋已添加')
      close()
    },
  )
  return (
    <EditDrawer
      title={unit ? `编辑 ${unit.label}` : '添加房屋'}
      form={form}
      initialValues={
        unit ? draftOf(unit, buildingId) : { buildingId, entrance, use: codesOf(unitUses)[0]!, state: codesOf(unitStates)[0]! }
      }
      busy={busy}
      failure={failure}
      onFinish={submit}
      onClose={onClose}
      onReload={close}
      more={
        unit && (
          <>
            <Button onClick={() => navigate(`/c/${communityId}/archive/${unit.id}`)}>住户档案</Button>
            {unit.residents === 0 && (
              <EndButton
                word="删除"
                question={`删除 ${unit.label}？`}
                consequence="只有从未住过人、也没有办理过业务的房屋可以删除。"
                work={() =>
                  call('POST /communities/{communityId}/units/{id}/remove', {
                    path: { communityId, id: unit.id },
                    body: { version: unit.version },
                  })
                }
                onDone={close}
              />
            )}
          </>
        )
      }
    >
      <Beside>
        <Form.Item name="buildingId" label="楼栋">
          <Select
            options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="entrance" label="单元（可不填）">
          <AutoComplete
            options={entrances.filter(({ name }) => name).map(({ name }) => ({ value: name }))}
            placeholder="如：2单元"
            maxLength={20}
          />
        </Form.Item>
        <Form.Item name="floor" label="楼层" rules={[{ required: true, message: '请填写楼层' }]}>
          <InputNumber min={-9} max={200} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="number" label="房号" rules={[{ required: true, whitespace: true, message: '请填写房号' }]}>
          <Input placeholder="如：601" maxLength={20} autoComplete="off" />
        </Form.Item>
        <UseAndState />
        <Form.Item name="areaSquareMetres" label="建筑面积（㎡）" rules={[{ required: true, message: '请填写面积' }]}>
          <InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="deliveredOn" label="交付日期（可不填）">
          <DayField label="交付日期" placeholder="未交付" />
        </Form.Item>
      </Beside>
    </EditDrawer>
  )
}

function draftOf(unit: UnitCell, buildingId: string): UnitDraft {
  const { entrance, floor, number, use, state, areaSquareMetres, deliveredOn } = unit
  return { buildingId, entrance, floor, number, use, state, areaSquareMetres, ...(deliveredOn ? { deliveredOn } : {}) }
}
