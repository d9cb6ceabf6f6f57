import { useRepairsIn } from '../queries.ts'
import { boardColumns, byTimeLeft } from './board-columns.ts'

/** The columns with their cards. The columns are fixed, so the number of hooks is. */
export function useBoard(communityId: string) {
  return boardColumns.map((column) => {
    const query = useRepairsIn(communityId, column.states)
    return { column, query, rows: byTimeLeft(query.data?.items ?? []) }
  })
}
