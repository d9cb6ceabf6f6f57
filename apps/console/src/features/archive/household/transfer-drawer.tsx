import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import type { Household, TransferUnit } from '@yinuo/contracts'
import { App, Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { call } from '../../../app/call.ts'
import { useDraft } from '../../../app/draft.ts'
import { useSubmit } from '../../../app/submit.ts'
import { PhotoPicker, type KeptPhoto } from '../../../elements/photo-picker.tsx'
import { DayField } from '../structure/day-field.tsx'
import { Beside, EditDrawer } from '../structure/edit-drawer.tsx'
import { useRenewArchive } from '../structure/queries.ts'
import { useToday } from '../structure/today.ts'
import styles from './household.module.css'

interface Typed {
  transferredOn: string
  newOwners: { name: string; phone: string; sharePercent?: number | null }[]
  familyMovesOut: boolean
  detail?: string
  files?: KeptPhoto[]
}

interface TransferDrawerProps {
  communityId: string
  household: Household
  onClose: () => void
}

/** One home, other owners: in one step, so that nobody is left in between. */
export function TransferDrawer({ communityId, household, onClose }: TransferDrawerProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [form] = Form.useForm<Typed>()
  const fresh: Partial<Typed> = { transferredOn: today, newOwners: [{ name: '', phone: '' }], familyMovesOut: true }
  const [draft, keepDraft, forgetDraft] = useDraft<Partial<Typed>>(`transfer.${household.id}`, {})
  const on = Form.useWatch('transferredOn', form) ?? today
  const owners = household.people.filter(({ role, validUntil }) => role === 'owner' && (validUntil === null || validUntil >= on))
  const { submit, busy, failure, forget } = useSubmit(
    (body: TransferUnit, idempotencyKey) =>
      call('POST /communities/{communityId}/households/{unitId}/transfer', {
        path: { communityId, unitId: household.id },
        body,
        idempotencyKey,
      }),
    () => {
      message.success('过户已办理')
      forgetDraft()
      renew()
      onClose()
    },
  )
  const send = ({ newOwners, detail, files = [], ...typed }: Typed) =>
    submit({
      ...typed,
      formerOwners: owners.map(({ residencyId, version }) => ({ residencyId, version })),
      newOwners: newOwners.map(({ name, phone, sharePercent }) => ({
        name: name.trim(),
        phone: phone.trim(),
        ...(sharePercent ? { sharePercent } : {}),
      })),
      ...(detail?.trim() ? { detail: detail.trim() } : {}),
      fileIds: files.map(({ id }) => id),
    })
  /** What was typed stays; it is kept against the version that is there now. */
  const reload = () => {
    renew()
    forget()
  }
  return (
    <EditDrawer
      title={`办理过户 · ${household.label}`}
      form={form}
      initialValues={{ ...fresh, ...draft }}
      busy={busy}
      failure={failure}
      onFinish={send}
      onTyped={keepDraft}
      onClose={onClose}
      onReload={reload}
      saveWord="确认过户"
    >
      <Form.Item name="transferredOn" label="过户日" rules={[{ required: true, message: '请选择过户日' }]}>
        <DayField label="过户日" />
      </Form.Item>
      <p style={{ marginBottom: 16 }}>
        原业主：{owners.length > 0 ? owners.map(({ name }) => name).join('、') : '没有登记'}
        <br />
        <span className={styles['quiet']}>
          {owners.length > 0 ? `从 ${on} 起不再是业主，不能再在小程序查看这套房屋。` : ''}租户不受影响，到期前仍可使用。
        </span>
      </p>
      <Form.Item name="familyMovesOut" valuePropName="checked">
        <Checkbox>原业主的家属一起搬出</Checkbox>
      </Form.Item>
      <NewOwners />
      <Form.Item name="detail" label="说明（可不填）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} placeholder="如：不动产权证号、合同编号" />
      </Form.Item>
      <Form.Item name="files" label="材料照片（可不传）">
        <PhotoPicker communityId={communityId} />
      </Form.Item>
    </EditDrawer>
  )
}

function NewOwners() {
  return (
    <Form.Item label="新业主">
      <Form.List name="newOwners">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles['owner']}>
                <Beside>
                  <Form.Item
                    name={[name, 'name']}
                    label="姓名"
                    rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
                  >
                    <Input maxLength={40} autoComplete="off" />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'phone']}
                    label="手机"
                    rules={[{ required: true, whitespace: true, message: '请填写手机号' }]}
                  >
                    <Input inputMode="tel" maxLength={20} autoComplete="off" />
                  </Form.Item>
                  <Form.Item name={[name, 'sharePercent']} label="共有份额（%，可不填）">
                    <InputNumber min={0.01} max={100} precision={2} style={{ width: '100%' }} />
                  </Form.Item>
                  {fields.length > 1 && (
                    <Button
                      type="text"
                      icon={<MinusCircleOutlined />}
                      onClick={() => remove(name)}
                      style={{ alignSelf: 'center' }}
                    >
                      去掉这位
                    </Button>
                  )}
                </Beside>
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ name: '', phone: '' })}>
              再加一位共有人
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
