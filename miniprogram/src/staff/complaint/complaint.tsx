import { complaintActions } from '@yinuo/contracts'
import { useState } from 'react'
import { CauseCard } from '../../cases/cause-card.tsx'
import { Person } from '../../cases/person.tsx'
import { ComplaintBody } from '../../complaints/complaint-body.tsx'
import { WordsSheet } from '../../complaints/words-sheet.tsx'
import type { WordedAction } from '../../complaints/words-sheet.tsx'
import { useRouter, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'

/** What is done on the way; assigning and the rest wait for the office. */
const onTheWay: readonly WordedAction[] = ['investigate', 'propose', 'finish', 'talk']

/** One complaint as who handles it works on it. */
export function StaffComplaintScreen() {
  const { params } = useRouter()
  const path = { communityId: params['communityId'] ?? '', id: params['id'] ?? '' }
  const complaint = useRemote(() => call('GET /communities/{communityId}/complaints/{id}', { path }), [path.id], {
    everySeconds: 15,
  })
  const [open, setOpen] = useState<WordedAction | null>(null)
  const now = useNow(15)
  const actions = onTheWay.filter((action) => complaint.value?.allowedActions.includes(action))
  return (
    <Screen
      work
      foot={
        actions.length > 0 && (
          <View className="pair">
            {actions.map((action, at) => (
              <ActionButton
                key={action}
                text={complaintActions[action]}
                kind={at === 0 ? 'main' : 'quiet'}
                onTap={() => setOpen(action)}
              />
            ))}
          </View>
        )
      }
    >
      <Shown of={complaint} rows={4}>
        {(value) => (
          <>
            {!value.anonymous && (
              <Person name={value.reporterName} about={value.placeLabel} phone={value.reporterPhone} call="打电话" />
            )}
            <CauseCard communityId={value.communityId} caseId={value.id} state={value.state} />
            <ComplaintBody complaint={value} now={now} />
            {open && (
              <WordsSheet complaint={value} action={open} onClose={() => setOpen(null)} onDone={() => void complaint.reload()} />
            )}
          </>
        )}
      </Shown>
    </Screen>
  )
}
