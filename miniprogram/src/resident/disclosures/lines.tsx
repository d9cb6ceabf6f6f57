import { publishedSides } from '@yinuo/contracts'
import type { DisclosureLine, PublishedSide } from '@yinuo/contracts'
import { useState } from 'react'
import { FileStrip } from '../../cases/file-strip.tsx'
import { Text, useRouter, View } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidMoney } from '../../words/money.ts'
import { Answered } from './answered.tsx'
import { AskSheet } from './ask-sheet.tsx'
import './disclosures.scss'

/** The lines of one charge, with vouchers and what was asked about them. */
export function DisclosureLinesScreen() {
  const { params } = useRouter()
  const id = params['id'] ?? ''
  const side = params['side'] as PublishedSide | undefined
  const charge = params['charge'] && decodeURIComponent(params['charge'])
  const [asked, setAsked] = useState<DisclosureLine | null>(null)
  const list = usePaged(
    (cursor) => call('GET /me/disclosures/{id}/lines', { path: { id }, query: { side, charge, cursor } }),
    [id, side, charge],
  )
  return (
    <Screen>
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty icon="list" title="没有明细" text="这一项没有收支。" />
          ) : (
            <>
              {list.items.map((line) => (
                <LineCard key={line.number} line={line} onAsk={() => setAsked(line)} />
              ))}
              <MoreButton of={list} />
            </>
          )
        }
      </Shown>
      {asked && (
        <AskSheet
          disclosureId={id}
          line={asked.number}
          about={`第 ${asked.number} 行 ${asked.charge}`}
          onClose={() => setAsked(null)}
        />
      )}
    </Screen>
  )
}

function LineCard({ line, onAsk }: { line: DisclosureLine; onAsk: () => void }) {
  const { number, day, side, charge, amountFen, text, vouchers, questions } = line
  return (
    <Card>
      <View className="sums__row">
        <Text className="sums__name">{charge}</Text>
        <Text className="sums__figure">{saidMoney(amountFen)}</Text>
      </View>
      <Text className="sums__note">
        第 {number} 行 · {day} · {publishedSides[side]}
      </Text>
      {text && <Text className="sums__words">{text}</Text>}
      <FileStrip files={vouchers} />
      <Answered questions={questions} />
      <ActionButton text="问这一笔" kind="plain" icon="chat" small onTap={onAsk} />
    </Card>
  )
}
