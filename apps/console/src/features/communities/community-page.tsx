import { propertyTypes } from '@yinuo/contracts'
import type { CommunityProfile } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { ContactPanel } from '../hotline/contact-panel.tsx'
import styles from './communities.module.css'
import { allCommunities, profileKey, renewMe, useProfile, useRegions } from './queries.ts'
import { ServicesPanel } from './services-panel.tsx'

/** What this community is called, how it is reached, and what it is served with. */
export function CommunityPage() {
  const { communityId } = useCommunity()
  const query = useProfile(communityId)
  return (
    <Page title="小区资料" about="名称、地址和服务电话会显示给住户；服务范围是这里承诺做的事。">
      <Listing query={query} count={query.data ? 1 : 0}>
        {query.data && (
          <div className={styles['columns']}>
            <ServicesPanel profile={query.data} />
            <div style={{ display: 'grid', gap: 16 }}>
              <Panel title="基本资料" padded>
                <ProfileForm key={query.data.version} profile={query.data} />
              </Panel>
              <ContactPanel />
            </div>
          </div>
        )}
      </Listing>
    </Page>
  )
}

interface Typed {
  name: string
  address: string
  hotline: string
  regionId?: string
}

function ProfileForm({ profile }: { profile: CommunityProfile }) {
  const { communityId } = useCommunity()
  const mayEdit = useMay()('communities.edit')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const regions = useRegions()
  const { submit, busy, failure } = useSubmit(
    (typed: Typed) =>
      call('PUT /communities/{communityId}', { path: { communityId }, body: { ...typed, version: profile.version } }),
    (kept) => {
      queries.setQueryData(profileKey(communityId), kept)
      void queries.invalidateQueries({ queryKey: allCommunities })
      void queries.invalidateQueries({ queryKey: ['regions'] })
      void renewMe()
      message.success('小区资料已保存')
    },
  )
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      disabled={!mayEdit}
      initialValues={{ ...profile, regionId: profile.region?.id }}
      onFinish={({ name, address, hotline, regionId }: Typed) =>
        submit({ name: name.trim(), address: address.trim(), hotline: hotline.trim(), ...(regionId ? { regionId } : {}) })
      }
    >
      <Refusal failure={failure} onReload={() => void queries.invalidateQueries({ queryKey: profileKey(communityId) })} />
      <Form.Item name="name" label="小区名称" rules={[{ required: true, whitespace: true, message: '请填写小区名称' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item label="物业类型" extra="开通后不能更改，服务标准和用语随类型而定。">
        <Input value={propertyTypes[profile.propertyType]} disabled />
      </Form.Item>
      <Form.Item name="address" label="地址" rules={[{ required: true, whitespace: true, message: '请填写地址' }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="hotline" label="服务电话" rules={[{ required: true, whitespace: true, message: '请填写服务电话' }]}>
        <Input inputMode="tel" maxLength={20} />
      </Form.Item>
      <Form.Item name="regionId" label="区域" extra="按区域任职的员工会看到本区域的全部小区。">
        <Select
          allowClear
          placeholder="不分区域"
          options={(regions.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {mayEdit && (
        <Button type="primary" htmlType="submit" loading={busy}>
          保存资料
        </Button>
      )}
    </Form>
  )
}
