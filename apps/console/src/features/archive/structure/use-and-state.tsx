import { codesOf, unitStates, unitUses } from '@yinuo/contracts'
import { Form, Select } from 'antd'

/** What a unit is for and how it stands, as two fields of a form. */
export function UseAndState() {
  return (
    <>
      <Form.Item name="use" label="用途">
        <Select options={codesOf(unitUses).map((value) => ({ value, label: unitUses[value] }))} />
      </Form.Item>
      <Form.Item name="state" label="状态">
        <Select options={codesOf(unitStates).map((value) => ({ value, label: unitStates[value] }))} />
      </Form.Item>
    </>
  )
}
