import { openRepairStates } from '@yinuo/contracts'
import type { RepairRow } from '@yinuo/contracts'
import { useState } from 'react'
import { RepairCard } from '../../cases/repair-card.tsx'
import { openPage, Text, View } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/states.tsx'
import { openReport } from '../report/open-report.ts'

const isOpen = (repair: RepairRow) => (openRepairStates as readonly string[]).includes(repair.state)

export function RepairsScreen() {
  const now = useNow(30)
  const [shown, setShown] = useState<'all' | 'open' | 'past'>('all')
  const list = usePaged((cursor) => call('GET /me/repairs', { query: { cursor } }), [], 'repairs')
  const items = list.items.filter((repair) => shown === 'all' || isOpen(repair) === (shown === 'open'))
  return (
    <Screen tab="repairs">
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty icon="wrench" title="还没有报修记录" text="家里或楼道有东西坏了，点下面的按钮告诉我们，进度都会显示在这里。">
              <ActionButton text="我要报修" icon="wrench" onTap={openReport} />
            </Empty>
          ) : (
            <>
              <View className="bar">
                <Choices
                  of={[
                    { value: 'all', text: '全部' },
                    { value: 'open', text: '进行中' },
                    { value: 'past', text: '已结束' },
                  ]}
                  chosen={shown}
                  onChoose={setShown}
                />
              </View>
              {items.map((repair) => (
                <RepairCard
                  key={repair.id}
                  repair={repair}
                  now={now}
                  onTap={() => openPage(`pages/repair/index?communityId=${repair.communityId}&id=${repair.id}`)}
                />
              ))}
              {items.length === 0 && <Text className="note note--middle">这一类里暂时没有报修</Text>}
              {list.more ? (
                <MoreButton of={list} />
              ) : (
                <ActionButton text="我要报修" icon="plus" kind="quiet" onTap={openReport} />
              )}
            </>
          )
        }
      </Shown>
    </Screen>
  )
}
