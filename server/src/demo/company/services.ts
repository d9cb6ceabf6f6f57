import { serviceDefaults, type PropertyType } from '@yinuo/contracts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'

/** What each community is served with: the defaults of its type, and what the garden agreed on besides. */
export function promiseServices(rows: Rows, random: Random, now: Date): void {
  for (const community of rows.of('communities')) {
    const isGarden = community.property_type === 'residential'
    const own = isGarden ? [{ code: null, name: '快递代收', detail: '前台代收快递，每日 20:00 前领取。' }] : []
    const services = [...serviceDefaults[community.property_type as PropertyType], ...own]
    for (const [index, service] of services.entries()) {
      rows.add('community_services', { community_id: community.id, id: random.id(now), ...service, ordinal: index + 1 })
    }
  }
}
