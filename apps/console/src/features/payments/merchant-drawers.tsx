import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { codesOf, merchantModes } from '@yinuo/contracts'
import type { AddMerchant, MerchantMode, PayMerchantView } from '@yinuo/contracts'
import { Alert, Button, Drawer, Form, Input, Radio, Space } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { usePaymentChange, useRenewal } from './queries.ts'

interface Keys {
  platformKeys: { serial: string; pem: string }[]
}

interface Typed extends Keys {
  ofCompany: boolean
  mode: MerchantMode
  mchid: string
  subMchid?: string
  serialNo: string
  privateKey: string
  apiKey: string
}

const needed = (message: string) => [{ required: true, whitespace: true, message }]
const tidy = ({ platformKeys }: Keys) => platformKeys.map(({ serial, pem }) => ({ serial: serial.trim(), pem: pem.trim() }))

/** What the merchant platform gives once, typed in once: secrets are never shown again. */
export function AddMerchantDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const mode = Form.useWatch('mode', form)
  const renew = useRenewal()
  const adding = usePaymentChange(
    (body: AddMerchant, idempotencyKey) =>
      call('POST /communities/{communityId}/pay-merchants', { path: { communityId }, body, idempotencyKey }),
    '已添加，请测试连接',
    onClose,
  )
  const send = (typed: Typed) => {
    const platformKeys = tidy(typed)
    const { subMchid, ...rest } = typed
    adding.submit({
      ...rest,
      ...(typed.mode === 'partner' && subMchid ? { subMchid } : {}),
      privateKey: typed.privateKey.trim(),
      platformKeys,
      keySerial: platformKeys[0]!.serial,
    })
  }
  return (
    <Drawer
      open
      size={620}
      title="添加微信支付商户号"
      onClose={onClose}
      extra={
        <Button type="primary" loading={adding.busy} onClick={form.submit}>
          保存
        </Button>
      }
    >
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title="私钥和 APIv3 密钥加密保存，保存后不再显示。同一范围原来的商户号会自动停用，已收的钱仍可查询和退款。"
      />
      <Refusal failure={adding.failure} onReload={renew} />
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{ ofCompany: false, mode: 'direct', platformKeys: [{}] }}
        onFinish={send}
      >
        <Form.Item name="ofCompany" label="范围">
          <Radio.Group
            options={[
              { value: false, label: '本小区' },
              { value: true, label: '全公司共用' },
            ]}
          />
        </Form.Item>
        <Form.Item name="mode" label="接入方式">
          <Radio.Group options={codesOf(merchantModes).map((value) => ({ value, label: merchantModes[value] }))} />
        </Form.Item>
        <Form.Item name="mchid" label={mode === 'partner' ? '服务商商户号' : '商户号'} rules={needed('请填写商户号')}>
          <Input maxLength={10} style={{ width: 200 }} />
        </Form.Item>
        {mode === 'partner' && (
          <Form.Item name="subMchid" label="子商户号" rules={needed('请填写子商户号')}>
            <Input maxLength={10} style={{ width: 200 }} />
          </Form.Item>
        )}
        <Form.Item name="serialNo" label="商户 API 证书序列号" rules={needed('请填写证书序列号')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="privateKey" label="商户 API 私钥（apiclient_key.pem）" rules={needed('请粘贴私钥')}>
          <Input.TextArea rows={4} placeholder="-----BEGIN PRIVATE KEY-----" autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="apiKey" label="APIv3 密钥" rules={needed('请填写 APIv3 密钥')}>
          <Input.Password maxLength={32} autoComplete="new-password" />
        </Form.Item>
        <KeyList />
      </Form>
    </Drawer>
  )
}

/** During a switch the old and the new key are both in the list; then the old one goes. */
export function MerchantKeysDrawer({ merchant, onClose }: { merchant: PayMerchantView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Keys>()
  const renew = useRenewal()
  const setting = usePaymentChange(
    (platformKeys: Keys['platformKeys'], idempotencyKey) =>
      call('PUT /communities/{communityId}/pay-merchants/{id}/keys', {
        path: { communityId, id: merchant.id },
        body: { platformKeys, keySerial: platformKeys[0]!.serial, version: merchant.version },
        idempotencyKey,
      }),
    '已保存，请测试连接',
    onClose,
  )
  return (
    <Drawer
      open
      size={620}
      title={`商户号 ${merchant.mchid} 的微信支付公钥`}
      onClose={onClose}
      extra={
        <Button type="primary" loading={setting.busy} onClick={form.submit}>
          保存
        </Button>
      }
    >
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title="从平台证书切换到微信支付公钥时，先把两个都填上，第一个用于请求；切换完成后再去掉旧的。"
        description={`现在有效：${merchant.keySerials.join('、')}`}
      />
      <Refusal failure={setting.failure} onReload={renew} />
      <Form<Keys>
        form={form}
        layout="vertical"
        initialValues={{ platformKeys: [{}] }}
        onFinish={(typed) => setting.submit(tidy(typed))}
      >
        <KeyList />
      </Form>
    </Drawer>
  )
}

function KeyList() {
  return (
    <Form.List name="platformKeys">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} style={{ marginBottom: 8 }}>
              <Form.Item
                name={[name, 'serial']}
                label={name === 0 ? '微信支付公钥 ID，或平台证书序列号' : '另一个公钥 ID 或证书序列号'}
                rules={needed('请填写公钥 ID 或序列号')}
              >
                <Input maxLength={60} placeholder="PUB_KEY_ID_…" />
              </Form.Item>
              <Form.Item name={[name, 'pem']} label="公钥或平台证书的内容" rules={needed('请粘贴公钥或证书')}>
                <Input.TextArea rows={4} placeholder="-----BEGIN PUBLIC KEY-----" spellCheck={false} />
              </Form.Item>
              {fields.length > 1 && (
                <Button icon={<MinusCircleOutlined />} onClick={() => remove(name)}>
                  去掉这个
                </Button>
              )}
            </div>
          ))}
          <Space>
            {fields.length < 5 && (
              <Button icon={<PlusOutlined />} onClick={() => add()}>
                再加一个（切换期间两个都有效）
              </Button>
            )}
          </Space>
        </>
      )}
    </Form.List>
  )
}
