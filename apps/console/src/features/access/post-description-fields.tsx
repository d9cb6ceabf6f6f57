import { areasOfWork, certificates, codesOf } from '@yinuo/contracts'
import { Form, Input, Select } from 'antd'

const parts = [
  { name: 'work', label: '工作内容', placeholder: '1. 接单后按时到场……' },
  { name: 'authority', label: '职权', placeholder: '可以自己决定什么、要求别人做什么' },
  { name: 'responsibility', label: '责任', placeholder: '对什么结果负责' },
  { name: 'qualification', label: '任职资格', placeholder: '学历、经验、能力' },
] as const

/** The description of a post (岗位说明书). */
export function PostDescriptionFields() {
  return (
    <>
      <Form.Item name="answersFor" label="负责的工作" extra="“职责一览”按此显示每项工作由谁负责。">
        <Select
          mode="multiple"
          options={codesOf(areasOfWork).map((value) => ({ value, label: areasOfWork[value] }))}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="这个岗位对哪些工作负责"
        />
      </Form.Item>
      {parts.map(({ name, label, placeholder }) => (
        <Form.Item key={name} name={name} label={label}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} placeholder={placeholder} />
        </Form.Item>
      ))}
      <Form.Item name="certificates" label="需要的证书">
        <Select
          mode="multiple"
          options={codesOf(certificates).map((value) => ({ value, label: certificates[value] }))}
          placeholder="不要求"
        />
      </Form.Item>
    </>
  )
}
