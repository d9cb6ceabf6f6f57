import { CheckOutlined, ClockCircleOutlined, EyeInvisibleOutlined, RobotOutlined, WarningOutlined } from '@ant-design/icons'
import { letterSenders, letterStates } from '@yinuo/contracts'
import type { CaseKind, LetterRow } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../../elements/tag.tsx'
import type { Tone } from '../../theme/tokens.ts'

const looks: Readonly<Record<LetterRow['state'], { tone: Tone; icon: ReactNode }>> = {
  waiting: { tone: 'soon', icon: <ClockCircleOutlined /> },
  registered: { tone: 'onTime', icon: <CheckOutlined /> },
  appended: { tone: 'onTime', icon: <CheckOutlined /> },
  'put-aside': { tone: 'done', icon: <EyeInvisibleOutlined /> },
  automatic: { tone: 'done', icon: <RobotOutlined /> },
}

export function LetterStateTag({ state }: { state: LetterRow['state'] }) {
  const { tone, icon } = looks[state]
  return (
    <StateTag tone={tone} icon={icon}>
      {letterStates[state]}
    </StateTag>
  )
}

/** Who may be somebody else is marked as that, wherever the name stands. */
export function SenderMark({ sender }: { sender: LetterRow['sender'] }) {
  if (sender === 'resident') return null
  return (
    <StateTag tone={sender === 'unverified' ? 'late' : 'waiting'} icon={sender === 'unverified' && <WarningOutlined />}>
      {letterSenders[sender]}
    </StateTag>
  )
}

const pages: Readonly<Record<CaseKind, string>> = { complaint: 'complaints', consultation: 'conversations', repair: 'repairs' }

/** The case it became. */
export function CaseLink({ communityId, letter }: { communityId: string; letter: Pick<LetterRow, 'case'> }) {
  if (!letter.case) return null
  const { id, kind, number } = letter.case
  return <Link to={`/c/${communityId}/${pages[kind]}/${id}`}>{number}</Link>
}
