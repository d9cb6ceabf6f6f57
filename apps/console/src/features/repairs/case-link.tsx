import type { ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'

/** Opens a case over the list it was clicked in. */
export function CaseLink({ communityId, id, children }: { communityId: string; id: string; children: ReactNode }) {
  const behind = useLocation()
  return (
    <Link
      to={`/c/${communityId}/repairs/${id}`}
      state={{ behind }}
      onClick={(event) => event.stopPropagation()}
      style={{ whiteSpace: 'nowrap' }}
    >
      {children}
    </Link>
  )
}

export function useOpenCase(): (communityId: string, id: string) => void {
  const behind = useLocation()
  const navigate = useNavigate()
  return (communityId, id) => navigate(`/c/${communityId}/repairs/${id}`, { state: { behind } })
}
