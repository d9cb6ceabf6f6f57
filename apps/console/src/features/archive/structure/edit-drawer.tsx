import { Button, Drawer, Form } from 'antd'
import type { FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { Refusal } from '../../../elements/refusal.tsx'

interface EditDrawerProps<Typed> {
  title: string
  form: FormInstance<Typed>
  initialValues: Partial<Typed>
  busy: boolean
  failure: unknown
  onFinish: (typed: Typed) => unknown
  /** Hears everything typed so far, to keep it as a draft. */
  onTyped?: (typed: Typed) => void
  onClose: () => void
  /** Takes what somebody else has kept meanwhile. */
  onReload: () => void
  saveWord?: string
  /** What else may be done, at the far end of the foot. */
  more?: ReactNode
  children: ReactNode
}

/** The frame of every form of the structure: refusals above, 取消 and 保存 below. */
export function EditDrawer<Typed extends object>(props: EditDrawerProps<Typed>) {
  const {
    title,
    form,
    initialValues,
    busy,
    failure,
    onFinish,
    onTyped,
    onClose,
    onReload,
    saveWord = '保存',
    more,
    children,
  } = props
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title={title}
      footer={
        <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
          {more}
          <span style={{ flex: 1 }} />
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {saveWord}
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} onReload={onReload} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={initialValues}
        onFinish={onFinish}
        onValuesChange={(_, typed) => onTyped?.(typed)}
      >
        {children}
      </Form>
    </Drawer>
  )
}

/** Fields that stand side by side. */
export function Beside({ children }: { children: ReactNode }) {
  return <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 16px' }}>{children}</div>
}
