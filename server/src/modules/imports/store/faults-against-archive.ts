import type { Fault } from '../sheet/household-row.ts'
import type { Ask } from './ask.ts'

const ELSEWHERE = `
  SELECT s.row_number AS row, 'plates' AS "column", v.plate AS content,
    '车牌“' || v.plate || '”已登记在' || u.label || '，请先在档案里停用' AS reason
  FROM staged s CROSS JOIN unnest(s.plates) AS given (plate)
  JOIN vehicles v ON v.community_id = $1 AND v.plate = given.plate AND v.valid_until IS NULL
  JOIN units u ON u.community_id = $1 AND u.id = v.unit_id
  WHERE u.label <> s.label
  UNION ALL
  SELECT s.row_number, 'spaces', p.number,
    '车位“' || p.number || '”' || coalesce('已登记给' || u.label, '是公共车位') || '，请先在档案里更改'
  FROM staged s CROSS JOIN unnest(s.spaces) AS given (space)
  JOIN parking_spaces p ON p.community_id = $1 AND p.number = given.space AND p.withdrawn_at IS NULL
  LEFT JOIN units u ON u.community_id = $1 AND u.id = p.unit_id
  WHERE u.label IS DISTINCT FROM s.label
  ORDER BY 1, 2, 3`

/** What is right in the sheet and wrong beside the archive; the rows are taken out. */
export async function refuseAgainstArchive(ask: Ask, communityId: string): Promise<Fault[]> {
  const faults = await ask<Fault>(ELSEWHERE, [communityId])
  if (faults.length > 0) await ask('DELETE FROM staged WHERE row_number = ANY ($1)', [[...new Set(faults.map(({ row }) => row))]])
  return faults
}
