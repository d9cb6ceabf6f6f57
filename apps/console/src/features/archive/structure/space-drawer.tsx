import { codesOf, spaceTenures } from '@yinuo/contracts'
import type { SpaceDraft, SpaceRow, SpaceTenure } from '@yinuo/contracts'
import { App, Form, Input, InputNumber, Radio } from 'antd'
import { call } from '../../../app/call.ts'
import { useSubmit } from '../../../app/submit.ts'
import { DayField } from './day-field.tsx'
import { Beside, EditDrawer } from './edit-drawer.tsx'
import { useRenewArchive } from './queries.ts'
import { UnitChoice } from './unit-choice.tsx'

interface SpaceDrawerProps {
  communityId: string
  /** null: a new one */
  space: SpaceRow | null
  /** the home a new one is for */
  unitId?: string
  onClose: () => void
}

export function SpaceDrawer({ communityId, space, unitId, onClose }: SpaceDrawerProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const [form] = Form.useForm<SpaceDraft>()
  const tenure: SpaceTenure = Form.useWatch('tenure', form) ?? space?.tenure ?? 'owned'
  const close = () => {
    renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (body: SpaceDraft, idempotencyKey) =>
      space
        ? call('PUT /communities/{communityId}/parking-spaces/{id}', {
            path: { communityId, id: space.id },
            body: { ...body, version: space.version },
          })
        : call('POST /communities/{communityId}/parking-spaces', { path: { communityId }, body, idempotencyKey }),
    () => {
      message.success(space ? '车位已保存' : '车位已登记')
      close()
    },
  )
  const isForNewHome = !space && unitId !== undefined
  return (
    <EditDrawer
      title={space ? `编辑车位 ${space.zone}${space.number}` : '登记车位'}
      form={form}
      initialValues={space ? draftOf(space) : { tenure: 'owned' }}
      busy={busy}
      failure={failure}
      onFinish={(typed) => submit(isForNewHome ? { ...typed, unitId } : typed)}
      onClose={onClose}
      onReload={close}
    >
      <Beside>
        <Form.Item name="zone" label="区域（可不填）">
          <Input placeholder="如：地下一层 A 区" maxLength={20} />
        </Form.Item>
        <Form.Item name="number" label="车位号" rules={[{ required: true, whitespace: true, message: '请填写车位号' }]}>
          <Input placeholder="如：023" maxLength={20} autoComplete="off" />
        </Form.Item>
      </Beside>
      <Form.Item name="tenure" label="性质">
        <Radio.Group
          optionType="button"
          options={codesOf(spaceTenures)
            .filter((value) => !isForNewHome || value !== 'public')
            .map((value) => ({ value, label: spaceTenures[value] }))}
        />
      </Form.Item>
      {tenure !== 'public' && !isForNewHome && (
        <Form.Item name="unitId" label="房屋" preserve={false} rules={[{ required: true, message: '请选择车位属于哪套房屋' }]}>
          <UnitChoice
            communityId={communityId}
            known={space?.unitId ? { id: space.unitId, label: space.unitLabel ?? '' } : null}
          />
        </Form.Item>
      )}
      <Form.Item name="areaSquareMetres" label="面积（㎡，计费用，可不填）">
        <InputNumber min={0.01} max={1000} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      {tenure !== 'public' && (
        <Beside>
          <Form.Item name="validFrom" label="起始日" preserve={false}>
            <DayField label="起始日" placeholder="不限" />
          </Form.Item>
          <Form.Item name="validUntil" label={tenure === 'let' ? '租期截止日' : '截止日'} preserve={false}>
            <DayField label="截止日" placeholder="长期" />
          </Form.Item>
        </Beside>
      )}
      <Form.Item name="note" label="备注（可不填）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} />
      </Form.Item>
    </EditDrawer>
  )
}

function draftOf({ zone, number, tenure, unitId, areaSquareMetres, validFrom, validUntil, note }: SpaceRow): SpaceDraft {
  return {
    zone,
    number,
    tenure,
    note,
    ...(unitId ? { unitId } : {}),
    ...(areaSquareMetres === null ? {} : { areaSquareMetres }),
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
  }
}
