import { Tooltip } from 'antd'
import { NavLink } from 'react-router'
import { useCommunities, useCommunity, useMay } from '../community.ts'
import { rail } from './nouns.tsx'
import type { Noun } from './nouns.tsx'
import { useRailCounts } from './rail-counts.ts'
import styles from './shell.module.css'

const meanings = {
  boxes: '个意见箱该开箱或还没登记完',
  improvements: '条重复问题待处理或改进逾期',
  complaints: '件投诉建议等待分派',
  letters: '封来信等待认领',
  conversations: '位住户在等回复',
  undispatched: '件等待派单',
  late: '件已超时',
  applications: '份申请等待审核',
  notices: '则公告等待审核',
  outages: '处停用超过预计时间',
  meetings: '件会议问题待答复或会议逾期未开',
  documents: '份文件到期或即将到期',
  differences: '条对账差异或账单待处理',
}

export function Rail() {
  const { communityId } = useCommunity()
  const may = useMay()
  const counts = useRailCounts()
  const worksInMany = useCommunities().length > 1
  return (
    <nav className={styles['rail']} aria-label="主菜单">
      {rail.map(({ group, nouns }) => {
        const open = nouns.filter((noun) => may(noun.permission) && (!noun.overAll || worksInMany || may('communities.edit')))
        if (open.length === 0) return null
        return (
          <div key={group} className={styles['group']}>
            <h2>{group}</h2>
            {open.map((noun) => (
              <NavLink key={noun.path} to={`/c/${communityId}/${noun.path}`.replace(/\/$/, '')} end={noun.path === ''}>
                {noun.icon}
                <span>{noun.word}</span>
                <Count noun={noun} count={noun.counts ? counts[noun.counts] : 0} />
              </NavLink>
            ))}
          </div>
        )
      })}
    </nav>
  )
}

function Count({ noun, count }: { noun: Noun; count: number }) {
  if (!noun.counts || count === 0) return null
  const meaning = `${count} ${meanings[noun.counts]}`
  return (
    <Tooltip title={meaning} placement="right">
      <b data-urgent={noun.counts === 'late'} aria-label={meaning}>
        {count > 99 ? '99+' : count}
      </b>
    </Tooltip>
  )
}
