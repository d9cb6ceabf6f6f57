import type { Me, StaffCommunity } from '@yinuo/contracts'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useRemote } from '../session/remote.ts'
import { refreshMe, session } from '../session/session.ts'
import { useStore } from '../session/store.ts'
import { Choices } from '../ui/choices.tsx'
import { Screen } from '../ui/screen.tsx'
import { Shown } from '../ui/states.tsx'

interface InCommunityProps {
  /** the communities in which I do this work */
  workingIn: (me: Me | null) => readonly StaffCommunity[]
  /** what stands here when there is none */
  nowhere: ReactNode
  children: (communityId: string) => ReactNode
}

/** Work of one community: the only one I do it in, or the one I choose. */
export function InCommunity({ workingIn, nowhere, children }: InCommunityProps) {
  const me = useRemote(refreshMe, [])
  const open = workingIn(useStore(session).me)
  const [chosen, setChosen] = useState<string | null>(null)
  const communityId = open.find((each) => each.communityId === chosen)?.communityId ?? open[0]?.communityId
  return (
    <Screen work>
      <Shown of={me}>
        {() =>
          communityId ? (
            <>
              {open.length > 1 && (
                <Choices
                  of={open.map(({ communityId: value, name }) => ({ value, text: name }))}
                  chosen={communityId}
                  onChoose={setChosen}
                />
              )}
              {children(communityId)}
            </>
          ) : (
            nowhere
          )
        }
      </Shown>
    </Screen>
  )
}
