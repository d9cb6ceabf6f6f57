import { Tabs } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { useCommunity } from '../../app/community.ts'

const tabs = {
  bills: '账单',
  'bill-runs': '账单生成',
  charges: '收费项目',
  exemptions: '减免与空置',
  meters: '表计与抄表',
  'shared-costs': '分摊费用',
} as const

/** The pages of billing, one beside the other. */
export function BillingTabs() {
  const { communityId } = useCommunity()
  const navigate = useNavigate()
  const here = useLocation().pathname.split('/').at(-1)!
  return (
    <Tabs
      activeKey={here}
      onChange={(key) => void navigate(`/c/${communityId}/${key}`)}
      items={Object.entries(tabs).map(([key, label]) => ({ key, label }))}
    />
  )
}
