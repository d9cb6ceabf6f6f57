import { ClockCircleOutlined, FileDoneOutlined, FileExclamationOutlined, FileSyncOutlined, StopOutlined } from '@ant-design/icons'
import { documentDues, documentStates, documentTextStates } from '@yinuo/contracts'
import type { DocumentRow, SnippetPart } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'
import { dayText } from './words.ts'

/** Text with what was looked for marked in it. */
export function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return (
    <>
      {parts.map(({ text, hit }, at) =>
        hit ? (
          <mark key={at} style={{ background: '#fbe7c4', color: 'inherit' }}>
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </>
  )
}

/** How near its day is, or that it is out of force. */
export function DueTag({ document }: { document: Pick<DocumentRow, 'due' | 'state' | 'validUntil' | 'reviewBy'> }) {
  if (document.state === 'withdrawn')
    return (
      <StateTag tone="done" icon={<StopOutlined />}>
        {documentStates.withdrawn}
      </StateTag>
    )
  if (!document.due) return <span style={{ color: 'var(--secondary)' }}>{dayText(document)}</span>
  return (
    <span title={dayText(document)}>
      <StateTag tone={document.due === 'expired' ? 'late' : 'soon'} icon={<ClockCircleOutlined />}>
        {documentDues[document.due]}
      </StateTag>{' '}
      <small style={{ color: 'var(--secondary)', whiteSpace: 'nowrap' }}>{dayText(document)}</small>
    </span>
  )
}

const textIcons = {
  pending: <FileSyncOutlined />,
  read: <FileDoneOutlined />,
  failed: <FileExclamationOutlined />,
  none: <FileDoneOutlined />,
}
const textTones = { pending: 'waiting', read: 'onTime', failed: 'soon', none: 'done' } as const

export function TextTag({ state }: { state: DocumentRow['textState'] }) {
  return (
    <StateTag tone={textTones[state]} icon={textIcons[state]}>
      {documentTextStates[state]}
    </StateTag>
  )
}
