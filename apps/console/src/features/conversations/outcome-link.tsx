import type { CaseKind } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { CaseLink } from '../repairs/case-link.tsx'

/** Leads to what a conversation was turned into. */
export function OutcomeLink({
  communityId,
  id,
  kind,
  children,
}: {
  communityId: string
  id: string
  kind: CaseKind
  children: ReactNode
}) {
  if (kind === 'complaint') return <Link to={`/c/${communityId}/complaints/${id}`}>{children}</Link>
  return (
    <CaseLink communityId={communityId} id={id}>
      {children}
    </CaseLink>
  )
}
