import { noticeBlocks } from '@yinuo/contracts'
import { Text, View } from '../../platform'
import './notices.scss'

/** The text of a notice, drawn from its blocks. */
export function NoticeText({ body }: { body: string }) {
  return (
    <View>
      {noticeBlocks(body).map(({ kind, parts }, at) => (
        <Text
          key={at}
          className={kind === 'heading' ? 'board__heading' : `board__line${kind === 'item' ? ' board__line--item' : ''}`}
        >
          {kind === 'item' && '• '}
          {parts.map(({ text, strong }, part) => (
            <Text key={part} className={strong ? 'board__strong' : ''}>
              {text}
            </Text>
          ))}
        </Text>
      ))}
    </View>
  )
}
