import { codesOf, mailEncryptions } from '@yinuo/contracts'
import type { MailboxView, SetMailbox } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select, Skeleton, Space, Switch } from 'antd'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { letterKeys, useMailbox } from './queries.ts'

/** The mailbox to which residents write: where it is, who may read it, whether it is read. */
export function MailboxPage() {
  const { communityId, name } = useCommunity()
  const query = useMailbox(communityId)
  return (
    <Page
      title="收件邮箱设置"
      about={
        <>
          {name}的投诉邮箱，系统每分钟收一次信。<Link to="..">返回来信</Link>
        </>
      }
    >
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {query.isError && <RetryNote query={query} />}
      {query.data && <Settings key={query.data.version} mailbox={query.data} onReload={() => void query.refetch()} />}
    </Page>
  )
}

type Typed = Omit<SetMailbox, 'version'>

const ports = { tls: 993, starttls: 143, none: 143 } as const

function Settings({ mailbox, onReload }: { mailbox: MailboxView; onReload: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const path = { communityId }
  const setting = useSubmit(
    (body: SetMailbox, idempotencyKey) => call('PUT /communities/{communityId}/mailbox', { path, body, idempotencyKey }),
    (changed) => {
      queries.setQueryData(letterKeys(communityId).mailbox, changed)
      void queries.invalidateQueries({ queryKey: letterKeys(communityId).state })
      message.success('已保存，请测试一下连接')
    },
  )
  const testing = useSubmit(
    (_: object, idempotencyKey) => call('POST /communities/{communityId}/mailbox/test', { path, idempotencyKey }),
    () => message.success('连接正常，可以收信'),
  )
  const send = ({ password, ...typed }: Typed) =>
    setting.submit({ ...typed, ...(password ? { password } : {}), version: mailbox.version })
  return (
    <Panel padded>
      <Refusal failure={setting.failure ?? testing.failure} onReload={onReload} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        style={{ maxWidth: 560 }}
        initialValues={mailbox}
        onFinish={(typed) => void send(typed)}
        scrollToFirstError
      >
        <Form.Item
          name="address"
          label="收信地址"
          extra="告诉住户的邮箱。几个小区合用一个邮箱时，每个小区填自己的地址，如 tousu+huayuan@example.com。"
          rules={[{ required: true, message: '请填写收信地址' }]}
        >
          <Input placeholder="tousu@example.com" maxLength={200} autoComplete="off" />
        </Form.Item>
        <Space wrap align="start">
          <Form.Item name="host" label="IMAP 服务器" rules={[{ required: true, message: '请填写服务器' }]}>
            <Input placeholder="imap.example.com" maxLength={200} autoComplete="off" style={{ width: 240 }} />
          </Form.Item>
          <Form.Item name="encryption" label="加密方式">
            <Select
              style={{ width: 140 }}
              options={codesOf(mailEncryptions).map((value) => ({ value, label: mailEncryptions[value] }))}
              onChange={(encryption: keyof typeof ports) => form.setFieldValue('port', ports[encryption])}
            />
          </Form.Item>
          <Form.Item name="port" label="端口" rules={[{ required: true, message: '请填写端口' }]}>
            <InputNumber min={1} max={65535} style={{ width: 120 }} />
          </Form.Item>
        </Space>
        <Form.Item name="username" label="账号" rules={[{ required: true, whitespace: true, message: '请填写账号' }]}>
          <Input placeholder="多数邮箱是完整的邮箱地址" maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label="密码或授权码"
          extra={
            mailbox.isSet
              ? '已加密保存，不再显示；不改可留空。更换服务器或账号时要重新填写。'
              : 'QQ、网易等邮箱要先在网页版开启 IMAP，再用“授权码”。加密保存，不再显示。'
          }
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="folder" label="文件夹" rules={[{ required: true, whitespace: true, message: '请填写文件夹' }]}>
          <Input maxLength={100} style={{ maxWidth: 240 }} />
        </Form.Item>
        <Form.Item
          name="takesOthers"
          label="也收没写明小区的来信"
          valuePropName="checked"
          extra="合用邮箱时，只在一个小区打开，免得来信没人收。"
        >
          <Switch />
        </Form.Item>
        <Form.Item name="active" label="启用" valuePropName="checked" extra="停用期间邮件留在邮箱里，重新启用后补收。">
          <Switch />
        </Form.Item>
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={setting.busy}>
            保存
          </Button>
          {mailbox.isSet && (
            <Button loading={testing.busy} onClick={() => void testing.submit({})}>
              测试连接
            </Button>
          )}
        </Space>
      </Form>
    </Panel>
  )
}
