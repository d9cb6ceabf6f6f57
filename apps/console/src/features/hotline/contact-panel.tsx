import { PrinterOutlined } from '@ant-design/icons'
import type { ContactSheet, ContactSheetDraft } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Listing } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { keptPhotos, PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { hotlineKeys, useContactSheet } from './queries.ts'

/** By which ways residents find the office, as the mini-program shows it under 怎么找到我们. */
export function ContactPanel() {
  const { communityId } = useCommunity()
  const query = useContactSheet(communityId)
  const print = (
    <Link to={`/c/${communityId}/contact-sheet`}>
      <Button icon={<PrinterOutlined />}>张贴打印</Button>
    </Link>
  )
  return (
    <Panel title="怎么找到我们" extra={print} padded>
      <Listing query={query} count={query.data ? 1 : 0}>
        {query.data && <ContactForm key={query.data.version} sheet={query.data} />}
      </Listing>
    </Panel>
  )
}

type Typed = Omit<ContactSheetDraft, 'version' | 'accountFileId'> & { picture?: KeptPhoto[] }

function ContactForm({ sheet }: { sheet: ContactSheet }) {
  const { communityId } = useCommunity()
  const mayEdit = useMay()('communities.edit')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const key = hotlineKeys(communityId).sheet
  const { submit, busy, failure } = useSubmit(
    ({ picture = [], ...typed }: Typed) => {
      const accountFileId = picture.at(-1)?.id
      const body = { ...typed, ...(accountFileId && { accountFileId }), version: sheet.version }
      return call('PUT /communities/{communityId}/contact-sheet', { path: { communityId }, body })
    },
    (kept) => {
      queries.setQueryData(key, kept)
      message.success('已保存，住户在小程序里即可看到')
    },
  )
  const { email, frontDesk, officialAccount, committee, note, hotline, hours, boxes, accountPicture } = sheet
  const picture = keptPhotos(accountPicture ? [accountPicture] : [])
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      disabled={!mayEdit}
      initialValues={{ email, frontDesk, officialAccount, committee, note, picture }}
      onFinish={(typed: Typed) => void submit(typed)}
    >
      <Refusal failure={failure} onReload={() => void queries.invalidateQueries({ queryKey: key })} />
      <p style={{ marginBottom: 16, color: 'var(--secondary)' }}>
        热线 {hotline}（24 小时）· 前台服务时间 {hours || '未设工作日历'} · 意见箱 {boxes.length} 个，都自动公布；这里写其余的。
      </p>
      <Form.Item name="frontDesk" label="前台位置">
        <Input maxLength={60} placeholder="如 1号楼一层大堂东侧" />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱" rules={[{ type: 'email', message: '请填写正确的邮箱地址' }]}>
        <Input maxLength={200} inputMode="email" placeholder="如 fuwu@example.com" />
      </Form.Item>
      <Form.Item name="officialAccount" label="公众号">
        <Input maxLength={40} placeholder="在微信里搜得到的名称" />
      </Form.Item>
      <Form.Item name="picture" label="公众号二维码" extra="在公众号后台下载的二维码图片；住户在小程序里看到，张贴打印时也印上。">
        <PhotoPicker communityId={communityId} most={1} />
      </Form.Item>
      <Form.Item name="committee" label="监督委员会" extra="写公开的联系方式，不要写个人手机号。">
        <Input maxLength={100} placeholder="如 业主监督委员会，每周三 19:00 在活动室" />
      </Form.Item>
      <Form.Item name="note" label="补充说明">
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
      {mayEdit && (
        <Button type="primary" htmlType="submit" loading={busy}>
          保存联系方式
        </Button>
      )}
    </Form>
  )
}
