import { FileProtectOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { Page, Panel } from '../../elements/page.tsx'
import { RegisterDrawer } from './register-drawer.tsx'
import { RequestList } from './request-list.tsx'
import { RetentionRules } from './retention-rules.tsx'
import { RetentionRuns } from './retention-runs.tsx'

const views = ['requests', 'rules', 'runs'] as const

/** What people ask of their personal data, how long it is kept, and what was cleared away. */
export function PrivacyPage() {
  const { name } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [registering, setRegistering] = useState(false)
  const view = views.find((each) => each === search.get('view')) ?? 'requests'
  // Who the request is from is found in the archive.
  const register = may('archive.read') && (
    <Button type="primary" icon={<FileProtectOutlined />} onClick={() => setRegistering(true)}>
      代住户登记
    </Button>
  )
  return (
    <Page
      title="个人信息保护"
      about={`${name}的住户可以要求导出自己的信息或注销账号，我们须在 15 天内答复；用不着的信息到期自动清除。`}
      actions={register}
    >
      <Panel>
        <Tabs
          activeKey={view}
          onChange={(next) => setSearch({ view: next }, { replace: true })}
          tabBarStyle={{ padding: '0 16px', marginBottom: 0 }}
          items={[
            { key: 'requests', label: '请求', children: <RequestList action={register} /> },
            { key: 'rules', label: '保存期限', children: <RetentionRules /> },
            { key: 'runs', label: '清理记录', children: <RetentionRuns /> },
          ]}
        />
      </Panel>
      {registering && <RegisterDrawer onClose={() => setRegistering(false)} />}
    </Page>
  )
}
