import { codesOf, faultOfPlate, plainPlate, vehicleKinds } from '@yinuo/contracts'
import type { VehicleDraft, VehicleKind, VehicleRow } from '@yinuo/contracts'
import { App, Form, Input, Radio, Select } from 'antd'
import { call } from '../../../app/call.ts'
import { useSubmit } from '../../../app/submit.ts'
import { DayField } from './day-field.tsx'
import { Beside, EditDrawer } from './edit-drawer.tsx'
import { useRenewArchive, useSpaces } from './queries.ts'
import { UnitChoice } from './unit-choice.tsx'

interface VehicleDrawerProps {
  communityId: string
  /** null: a new one */
  vehicle: VehicleRow | null
  /** the home it belongs to; left out: to be chosen */
  unitId?: string
  onClose: () => void
}

type Typed = Omit<VehicleDraft, 'unitId'> & { unitId?: string }

export function VehicleDrawer({ communityId, vehicle, unitId, onClose }: VehicleDrawerProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const [form] = Form.useForm<Typed>()
  const home = Form.useWatch('unitId', form) ?? vehicle?.unitId ?? unitId
  const kind: VehicleKind = Form.useWatch('kind', form) ?? vehicle?.kind ?? 'car'
  const close = () => {
    renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    ({ unitId: home, ...body }: Typed, idempotencyKey) =>
      vehicle
        ? call('PUT /communities/{communityId}/vehicles/{id}', {
            path: { communityId, id: vehicle.id },
            body: { ...body, ...(vehicle.residentId ? { residentId: vehicle.residentId } : {}), version: vehicle.version },
          })
        : call('POST /communities/{communityId}/vehicles', {
            path: { communityId },
            body: { ...body, unitId: home! },
            idempotencyKey,
          }),
    () => {
      message.success(vehicle ? '车辆已保存' : '车辆已登记')
      close()
    },
  )
  return (
    <EditDrawer
      title={vehicle ? `编辑车辆 ${vehicle.plate}` : '登记车辆'}
      form={form}
      initialValues={vehicle ? typedOf(vehicle) : { kind: 'car', ...(unitId ? { unitId } : {}) }}
      busy={busy}
      failure={failure}
      onFinish={(typed) => submit({ ...typed, ...(home ? { unitId: home } : {}) })}
      onClose={onClose}
      onReload={close}
    >
      {!vehicle && !unitId && (
        <Form.Item name="unitId" label="房屋" rules={[{ required: true, message: '请选择房屋' }]}>
          <UnitChoice communityId={communityId} />
        </Form.Item>
      )}
      <Form.Item name="kind" label="类型">
        <Radio.Group
          optionType="button"
          options={codesOf(vehicleKinds).map((value) => ({ value, label: vehicleKinds[value] }))}
          onChange={() => form.isFieldTouched('plate') && form.validateFields(['plate'])}
        />
      </Form.Item>
      <Form.Item name="plate" label="车牌" rules={[{ validator: (_, typed: string) => checkPlate(kind, typed) }]}>
        <Input placeholder="沪A12345，新能源 沪AD12345" maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label="说明（可不填）">
        <Input placeholder="如：白色 比亚迪" maxLength={40} />
      </Form.Item>
      <Form.Item name="spaceId" label="停放车位（可不选）">
        <SpaceChoice communityId={communityId} unitId={home} vehicle={vehicle} />
      </Form.Item>
      <Beside>
        <Form.Item name="validFrom" label="起始日">
          <DayField label="起始日" placeholder="今天" />
        </Form.Item>
        <Form.Item name="validUntil" label="截止日">
          <DayField label="截止日" placeholder="长期" />
        </Form.Item>
      </Beside>
    </EditDrawer>
  )
}

interface SpaceChoiceProps {
  communityId: string
  unitId: string | undefined
  vehicle: VehicleRow | null
  value?: string
  onChange?: (spaceId: string | undefined) => void
}

/** The spaces of the home. Public ones are for whoever comes, so none of them is given away here. */
function SpaceChoice({ communityId, unitId, vehicle, value, onChange }: SpaceChoiceProps) {
  const spaces = useSpaces(communityId, unitId ? { unitId } : {})
  const own = unitId ? spaces.rows.map(({ id, zone, number }) => ({ value: id, label: `${zone}${number}` })) : []
  const known =
    vehicle?.spaceId && !own.some((space) => space.value === vehicle.spaceId)
      ? [{ value: vehicle.spaceId, label: vehicle.spaceLabel ?? '' }]
      : []
  return (
    <Select
      allowClear
      aria-label="停放车位"
      value={value}
      onChange={onChange}
      options={[...known, ...own]}
      placeholder={own.length > 0 ? '选择本户的车位' : '本户没有登记车位'}
    />
  )
}

async function checkPlate(kind: VehicleKind, typed: string | undefined): Promise<void> {
  const fault = typed ? faultOfPlate(kind, plainPlate(typed)) : '请填写车牌'
  if (fault) throw new Error(fault)
}

function typedOf({ kind, plate, description, spaceId, validFrom, validUntil }: VehicleRow): Typed {
  return { kind, plate, description, validFrom, ...(spaceId ? { spaceId } : {}), ...(validUntil ? { validUntil } : {}) }
}
