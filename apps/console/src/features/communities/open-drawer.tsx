import { codesOf, propertyTypes, serviceDefaults, standardPresets } from '@yinuo/contracts'
import type { OpenCommunity, PropertyType } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, Segmented, Select } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { allCommunities, renewMe, useRegions } from './queries.ts'

const usualPreset = { residential: 'A', commercial: 'B', office: 'C' } as const
const first: Partial<OpenCommunity> = { propertyType: 'residential', preset: 'A', observesPublicHolidays: false }

/** A new community, with everything it needs to be worked in today. */
export function OpenDrawer({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const regions = useRegions()
  const [form] = Form.useForm<OpenCommunity>()
  const type: PropertyType = Form.useWatch('propertyType', form) ?? 'residential'
  const { submit, busy, failure } = useSubmit(
    async (body: OpenCommunity, idempotencyKey) => {
      const opened = await call('POST /communities', { body, idempotencyKey })
      await renewMe()
      return opened
    },
    ({ id, name }) => {
      message.success(`${name}已开通`)
      void queries.invalidateQueries({ queryKey: allCommunities })
      void navigate(`/c/${id}/community`)
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title="开通小区"
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            开通
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onValuesChange={(changed: Partial<OpenCommunity>) =>
          changed.propertyType && form.setFieldValue('preset', usualPreset[changed.propertyType])
        }
        onFinish={({ regionId, ...typed }) => submit({ ...typed, ...(regionId ? { regionId } : {}) })}
      >
        <Form.Item name="name" label="小区名称" rules={[{ required: true, whitespace: true, message: '请填写小区名称' }]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item
          name="propertyType"
          label="物业类型"
          extra={`默认服务：${serviceDefaults[type].map(({ name }) => name).join('、')}`}
        >
          <Segmented options={codesOf(propertyTypes).map((value) => ({ value, label: propertyTypes[value] }))} />
        </Form.Item>
        <Form.Item name="address" label="地址" rules={[{ required: true, whitespace: true, message: '请填写地址' }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="hotline" label="服务电话" rules={[{ required: true, whitespace: true, message: '请填写服务电话' }]}>
          <Input inputMode="tel" maxLength={20} />
        </Form.Item>
        <Form.Item name="regionId" label="区域">
          <Select
            allowClear
            placeholder="不分区域"
            options={(regions.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="preset" label="服务标准" extra="开通后可以在“服务标准”里调整。">
          <Select options={codesOf(standardPresets).map((value) => ({ value, label: standardPresets[value] }))} />
        </Form.Item>
        <Form.Item
          name="observesPublicHolidays"
          valuePropName="checked"
          label="工作日历"
          extra="每天 8:00–20:00，可以在“工作日历”里修改。"
        >
          <Checkbox>按国家节假日休息</Checkbox>
        </Form.Item>
      </Form>
    </Drawer>
  )
}
