/** Who does something. */
export interface Actor {
  kind: 'resident' | 'staff' | 'system'
  /** Account id of a resident, staff id of staff, null of the system. */
  id: string | null
  name: string
}

/** What row-level security lets a transaction see. */
export interface Reach {
  communities: readonly string[]
  companies: readonly string[]
  /** The buildings, and the communities that are wholly within it; left out where nothing is limited to buildings. */
  buildings?: readonly string[]
}

/** One thing being done: by whom, when, from where, within what reach. Given to every action and query. */
export interface Act {
  actor: Actor
  reach: Reach
  now: Date
  traceId: string
  address: string | null
  /** The words by which the doer's device names itself. */
  device?: string | null
  /** Set when the request carries an Idempotency-Key: its effect happens once and its answer is kept. */
  idempotency: { key: string; requestHash: Buffer } | null
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The statements that set a transaction's reach. Ids are checked because SET takes no parameters. */
export function setReach(reach: Reach): string {
  const communities = checked(reach.communities)
  const buildings = reach.buildings ? checked(reach.buildings) : 'all'
  return `SET LOCAL citus.propagate_set_commands = 'local'; SET LOCAL app.communities = '${communities}'; SET LOCAL app.buildings = '${buildings}'; SET LOCAL app.companies = '${checked(reach.companies)}'`
}

function checked(ids: readonly string[]): string {
  for (const id of ids) if (!uuid.test(id)) throw new Error('a reach holds ids only')
  return ids.join(',')
}
