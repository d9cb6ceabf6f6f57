import { documentDues } from '@yinuo/contracts'
import type { DocumentRow, SnippetPart } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Tap } from '../../ui/tap.tsx'
import { colours } from '../../theme/tokens.ts'
import { dayWords, howToOpen } from './open-document.ts'

/** One document; a tap opens it as the phone opens its kind. */
export function DocumentCard({ communityId, document }: { communityId: string; document: DocumentRow }) {
  const [busy, setBusy] = useState(false)
  const open = async () => {
    if (busy) return
    setBusy(true)
    try {
      const { url } = await call('GET /communities/{communityId}/documents/{id}/link', {
        path: { communityId, id: document.id },
      })
      const way = howToOpen(document.ending)
      if (way === 'picture') platform.preview([url], url)
      else if (way) await platform.openFile(url, way)
      else platform.tell('这种文件请在电脑上打开')
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    } finally {
      setBusy(false)
    }
  }
  const facts = [document.categoryName, document.number, document.ending.toUpperCase(), dayWords(document)]
  return (
    <Tap className="card paper" onTap={() => void open()} label={`打开 ${document.title}`}>
      <View className="paper__top">
        <Text className="paper__title">
          <Marked parts={document.titleParts} />
        </Text>
        {busy ? <Text className="paper__note">正在打开…</Text> : <Icon name="right" size={18} colour={colours.secondary} />}
      </View>
      <Text className="paper__note">{facts.filter(Boolean).join(' · ')}</Text>
      {document.due && (
        <Mark tone={document.due === 'expired' ? 'late' : 'soon'} icon="clock" text={documentDues[document.due]} />
      )}
      {document.snippet.length > 0 && (
        <Text className="paper__snippet">
          …<Marked parts={document.snippet} />…
        </Text>
      )}
    </Tap>
  )
}

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return (
    <>
      {parts.map(({ text, hit }, at) => (
        <Text key={at} className={hit ? 'paper__hit' : ''}>
          {text}
        </Text>
      ))}
    </>
  )
}
