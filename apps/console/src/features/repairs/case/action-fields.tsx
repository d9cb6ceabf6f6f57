import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { codesOf, visitMethods, waitReasons } from '@yinuo/contracts'
import type { Labels } from '@yinuo/contracts'
import { Button, DatePicker, Form, Input, InputNumber, Radio, Rate } from 'antd'
import type { ReactNode } from 'react'
import { PhotoPicker } from '../../../elements/photo-picker.tsx'
import { yuan } from '../../../words/money.ts'
import { totalFen } from './action-body.ts'
import type { FormAction, Typed } from './action-body.ts'

const options = (labels: Labels<string>) => codesOf(labels).map((value) => ({ value, label: labels[value]! }))

function Words({
  name,
  label,
  placeholder,
  optional = false,
}: {
  name: 'reason' | 'text'
  label: string
  placeholder?: string
  optional?: boolean
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={optional ? [] : [{ required: true, whitespace: true, message: `请填写${label}` }]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount placeholder={placeholder} />
    </Form.Item>
  )
}

function PhotosField({ communityId, label, required = false }: { communityId: string; label: string; required?: boolean }) {
  return (
    <Form.Item
      name="photos"
      label={label}
      rules={
        required
          ? [
              {
                validator: async (_, photos?: unknown[]) =>
                  photos?.length ? undefined : Promise.reject(new Error('请至少上传一张照片')),
              },
            ]
          : []
      }
    >
      <PhotoPicker communityId={communityId} />
    </Form.Item>
  )
}

function Materials() {
  return (
    <Form.List name="materials" initialValue={[{ quantity: 1, unit: '个' }]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} style={{ display: 'flex', gap: 8 }}>
              <Form.Item name={[name, 'name']} rules={[{ required: true, message: '名称' }]} style={{ flex: 1 }}>
                <Input placeholder="材料名称" maxLength={40} />
              </Form.Item>
              <Form.Item name={[name, 'quantity']} rules={[{ required: true, message: '数量' }]}>
                <InputNumber min={0.01} style={{ width: 80 }} aria-label="数量" />
              </Form.Item>
              <Form.Item name={[name, 'unit']} rules={[{ required: true, message: '单位' }]}>
                <Input style={{ width: 64 }} maxLength={6} aria-label="单位" />
              </Form.Item>
              <Form.Item name={[name, 'unitPrice']} rules={[{ required: true, message: '单价' }]}>
                <InputNumber min={0} precision={2} prefix="¥" style={{ width: 120 }} aria-label="单价" />
              </Form.Item>
              <Button
                type="text"
                icon={<MinusCircleOutlined />}
                aria-label="删除这一行"
                disabled={fields.length === 1}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({ quantity: 1, unit: '个' })}>
            再加一种
          </Button>
        </>
      )}
    </Form.List>
  )
}

function ChargeLines() {
  return (
    <>
      <Form.List name="lines" initialValue={[{ label: '人工费' }]}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} style={{ display: 'flex', gap: 8 }}>
                <Form.Item name={[name, 'label']} rules={[{ required: true, message: '费用名称' }]} style={{ flex: 1 }}>
                  <Input placeholder="费用名称" maxLength={40} />
                </Form.Item>
                <Form.Item name={[name, 'amount']} rules={[{ required: true, message: '金额' }]}>
                  <InputNumber min={0.01} precision={2} prefix="¥" style={{ width: 140 }} aria-label="金额" />
                </Form.Item>
                <Button
                  type="text"
                  icon={<MinusCircleOutlined />}
                  aria-label="删除这一行"
                  disabled={fields.length === 1}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add()}>
              再加一项
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item shouldUpdate noStyle>
        {({ getFieldValue }) => (
          <p style={{ marginTop: 12, textAlign: 'right' }}>
            合计 <strong style={{ fontSize: 18 }}>{yuan(totalFen(getFieldValue('lines')))}</strong>
          </p>
        )}
      </Form.Item>
    </>
  )
}

function Visit() {
  return (
    <>
      <Form.Item name="method" label="方式">
        <Radio.Group options={options(visitMethods)} optionType="button" />
      </Form.Item>
      <Form.Item name="satisfied" label="住户是否满意" rules={[{ required: true, message: '请选择' }]}>
        <Radio.Group
          options={[
            { value: true, label: '满意' },
            { value: false, label: '不满意' },
          ]}
          optionType="button"
        />
      </Form.Item>
      <Words name="text" label="回访情况" placeholder="住户怎么说，如：已不漏水，师傅态度好" />
    </>
  )
}

function Wait() {
  return (
    <>
      <Form.Item name="waitFor" label="在等什么" rules={[{ required: true, message: '请选择' }]}>
        <Radio.Group options={options(waitReasons)} optionType="button" />
      </Form.Item>
      <Words name="reason" label="等待原因" placeholder="住户会看到，如：增压泵配件周三到货" />
      <Form.Item name="until" label="预计到什么时候（可不填）">
        <DatePicker showTime={{ format: 'HH:mm', minuteStep: 10 }} format="M月D日 HH:mm" style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}

interface ActionForm {
  hint?: string
  initial?: Typed
  fields?: (communityId: string) => ReactNode
  danger?: boolean
}

/** What each action asks for, and the sentence that says what it does. */
export const actionForms: Record<FormAction, ActionForm> = {
  accept: { hint: '接单后由您负责，响应计时停止。' },
  resume: { hint: '恢复处理，计时继续。' },
  'agree-charge': { hint: '住户已经同意报价时才登记，登记会记在您的名下。' },
  archive: { hint: '归档后不能再修改，仍可查看。' },
  decline: {
    hint: '退回后重新派单，原因会记录。',
    fields: () => <Words name="reason" label="退回原因" placeholder="如：不具备高空作业条件" />,
  },
  'refuse-charge': { fields: () => <Words name="reason" label="不同意的原因" /> },
  cancel: {
    danger: true,
    hint: '取消后不再处理，住户会收到通知。',
    fields: () => <Words name="reason" label="取消原因" placeholder="如：住户来电说已自行处理" />,
  },
  reopen: {
    hint: '重新开始计时，并通知处理人。',
    fields: (communityId) => (
      <>
        <Words name="reason" label="重新处理的原因" placeholder="如：住户来电说又开始漏水" />
        <PhotosField communityId={communityId} label="照片（可不传）" />
      </>
    ),
  },
  arrive: {
    hint: '到达现场，先拍维修前的照片。',
    fields: (communityId) => <PhotosField communityId={communityId} label="维修前照片" />,
  },
  wait: { hint: '等待期间不计时，住户能看到原因。', initial: { waitFor: 'parts' }, fields: () => <Wait /> },
  note: {
    hint: '住户在进度里看得到。',
    fields: (communityId) => (
      <>
        <Words name="text" label="进展" placeholder="如：已联系电梯维保，预计 15:00 到" />
        <PhotosField communityId={communityId} label="照片（可不传）" />
      </>
    ),
  },
  'add-materials': { fields: () => <Materials /> },
  'offer-charge': { hint: '发给住户确认，同意之前不能完工。', fields: () => <ChargeLines /> },
  finish: {
    hint: '完工后请住户确认。',
    initial: { labourMinutes: 30 },
    fields: (communityId) => (
      <>
        <Words name="text" label="做了什么" placeholder="如：更换角阀 1 个，试水 10 分钟无渗漏" />
        <Form.Item name="labourMinutes" label="用时（分钟）" rules={[{ required: true, message: '请填写用时' }]}>
          <InputNumber min={1} max={10_000} />
        </Form.Item>
        <PhotosField communityId={communityId} label="维修后照片" required />
      </>
    ),
  },
  confirm: {
    hint: '替住户登记确认，会记在您的名下。',
    initial: { rating: 5 },
    fields: () => (
      <>
        <Form.Item name="rating" label="评分" rules={[{ required: true, message: '请选择' }]}>
          <Rate />
        </Form.Item>
        <Words name="text" label="评价（可不填）" optional />
      </>
    ),
  },
  visit: { initial: { method: 'telephone' }, fields: () => <Visit /> },
}
