import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { HomeSpace, HomeVehicle, HomeVehicles } from '../http/vehicles.dto.ts'
import { mayRegister, mayRemove } from '../rules/own-vehicle.ts'

const OWN = {
  name: 'own-vehicles',
  text: `
    SELECT
      coalesce((SELECT json_agg(json_build_object('id', v.id, 'plate', v.plate, 'kind', v.kind, 'description', v.description,
          'spaceLabel', s.zone || s.number, 'validUntil', v.valid_until, 'residentId', v.resident_id) ORDER BY v.valid_from, v.id)
        FROM vehicles v LEFT JOIN parking_spaces s ON s.community_id = $1 AND s.id = v.space_id
        WHERE v.community_id = $1 AND v.unit_id = $2 AND (v.valid_until IS NULL OR v.valid_until >= $3::date)), '[]') AS vehicles,
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'label', s.zone || s.number, 'tenure', s.tenure,
          'validUntil', s.valid_until) ORDER BY s.zone, s.number)
        FROM parking_spaces s WHERE s.community_id = $1 AND s.unit_id = $2 AND s.withdrawn_at IS NULL
          AND (s.valid_until IS NULL OR s.valid_until >= $3::date)), '[]') AS spaces`,
}

interface Row {
  vehicles: (Omit<HomeVehicle, 'mayRemove'> & { residentId: string | null })[]
  spaces: HomeSpace[]
}

/** The vehicles and spaces of one of the caller's homes. */
export async function ownVehicles(
  database: Database,
  act: CallerAct,
  communityId: string,
  unitId: string,
): Promise<HomeVehicles> {
  const homes = act.caller.homes.filter((home) => home.communityId === communityId && home.unitId === unitId)
  if (homes.length === 0) throw new ProblemError('NOT_FOUND')
  const [row] = await database.read<Row>(act.reach, OWN, [communityId, unitId, todayIn(act)])
  return {
    mayRegister: homes.some(mayRegister),
    vehicles: row!.vehicles.map(({ residentId, ...vehicle }) => ({
      ...vehicle,
      mayRemove: homes.some((home) => mayRemove(home, { residentId })),
    })),
    spaces: row!.spaces,
  }
}
