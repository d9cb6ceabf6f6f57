import { complaintStates, pointStates, repairStates } from '@yinuo/contracts'
import type { OwnMeeting, OwnPoint } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Mark } from '../../ui/mark.tsx'
import { pointFace } from './meeting-words.ts'

/** What was raised, each until it has its answer. */
export function Points({ meeting: { raised, points, unanswered, kind, communityId } }: { meeting: OwnMeeting }) {
  if (points === 0) return null
  const isPrivate = kind === 'reception-day'
  return (
    <Card title={isPrivate ? '我提出的问题' : '提出的问题'} note={`共 ${points} 件，已答复 ${points - unanswered} 件`}>
      {raised.map((point) => (
        <Point key={point.id} point={point} communityId={communityId} />
      ))}
      {isPrivate && <Text className="note">接待日谈的事只有本人看得到，这里只公布件数。</Text>}
    </Card>
  )
}

function Point({ point, communityId }: { point: OwnPoint; communityId: string }) {
  const { followed, caseId } = point
  const states: Readonly<Record<string, string>> = followed?.kind === 'repair' ? repairStates : complaintStates
  return (
    <View className="board__turn">
      <Text className="board__line">
        {point.mine && '（我提的）'}
        {point.text}
      </Text>
      <Mark
        {...pointFace[point.state]}
        text={followed ? `${pointStates[point.state]} · ${states[followed.state] ?? ''}` : pointStates[point.state]}
      />
      {point.answer && <Text className="board__line">答复：{point.answer}</Text>}
      {point.result && <Text className="board__line">处理结果：{point.result}</Text>}
      {followed && caseId && (
        <ActionButton
          text="看办理进度"
          kind="quiet"
          small
          onTap={() => openPage(`pages/${followed.kind}/index?communityId=${communityId}&id=${caseId}`)}
        />
      )}
    </View>
  )
}
