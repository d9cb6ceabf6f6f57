import { codesOf, funds, periodName } from '@yinuo/contracts'
import type { Fund, PostedDisclosureRow } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, useRouter, View } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { Choices } from '../../ui/choices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Mark } from '../../ui/mark.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidMoney } from '../../words/money.ts'
import { saidTime } from '../../words/time.ts'
import { SideBars } from './side-bars.tsx'
import './disclosures.scss'

const ALL = 'all'

/** What was published of the money of a community, by fund and period. */
export function DisclosuresScreen() {
  const { params } = useRouter()
  const communityId = params['communityId']
  const [fund, setFund] = useState<Fund | typeof ALL>(ALL)
  const now = useNow(60)
  const wanted = fund === ALL ? undefined : fund
  const list = usePaged(
    (cursor) => call('GET /me/disclosures', { query: { communityId, fund: wanted, cursor } }),
    [communityId, fund],
  )
  const choices = [{ value: ALL, text: '全部' } as const, ...codesOf(funds).map((value) => ({ value, text: funds[value] }))]
  return (
    <Screen>
      <Choices<Fund | typeof ALL> of={choices} chosen={fund} onChoose={setFund} />
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty icon="yen" title="还没有公示" text="物业费、停车费、公共收益等的收支，发布后会在这里，每一笔都可以核验。" />
          ) : (
            <>
              {list.items.map((row) => (
                <DisclosureCard key={row.id} row={row} now={now} />
              ))}
              <MoreButton of={list} />
            </>
          )
        }
      </Shown>
    </Screen>
  )
}

function DisclosureCard({ row, now }: { row: PostedDisclosureRow; now: number }) {
  const name = `${funds[row.fund]} ${periodName(row.from, row.to)}`
  return (
    <Tap className="card" onTap={() => openPage(`pages/disclosure/index?id=${row.id}`)} label={name}>
      <View className="sums__head">
        <Text className="sums__name">{funds[row.fund]}</Text>
        {row.edition > 1 && <Mark tone="waiting" icon="pencil" text={`第 ${row.edition} 版`} />}
      </View>
      <Text className="sums__about">
        {periodName(row.from, row.to)} · {saidTime(row.postedAt, now)}发布
      </Text>
      <SideBars totals={row.totals} />
      <View className="sums__row sums__row--end">
        <Text>期末结余</Text>
        <Text className="sums__figure">{saidMoney(row.closingFen)}</Text>
      </View>
    </Tap>
  )
}
