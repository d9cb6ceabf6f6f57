import type { PayMerchantView } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const LIST = {
  name: 'list-pay-merchants',
  text: `
    SELECT m.id, m.community_id IS NULL AS "ofCompany", m.mode, m.mchid, m.sub_mchid AS "subMchid", m.appid, m.serial_no AS "serialNo",
      (SELECT coalesce(jsonb_agg(k ->> 'serial'), '[]') FROM jsonb_array_elements(m.platform_keys) k) AS "keySerials",
      m.key_serial AS "keySerial", m.tested_at AS "testedAt", m.test_trouble AS "testTrouble", m.stopped_at AS "stoppedAt",
      m.created_at AS "createdAt", m.version,
      m.stopped_at IS NULL AND (m.community_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM pay_merchants o
        WHERE o.company_id = m.company_id AND o.community_id = $1 AND o.stopped_at IS NULL)) AS "inUse"
    FROM pay_merchants m JOIN communities c ON c.company_id = m.company_id
    WHERE c.id = $1 AND (m.community_id IS NULL OR m.community_id = c.id)
    ORDER BY m.stopped_at DESC NULLS FIRST, m.created_at DESC LIMIT 50`,
}

interface MerchantRow extends Omit<PayMerchantView, 'testedAt' | 'stoppedAt' | 'createdAt'> {
  testedAt: Date | null
  stoppedAt: Date | null
  createdAt: Date
}

/** The merchants that take, took or could take a community's money: all of them but their secrets. */
export async function listMerchants(database: Database, act: CallerAct, communityId: string): Promise<PayMerchantView[]> {
  const rows = await database.read<MerchantRow>(act.reach, LIST, [communityId])
  return rows.map(({ testedAt, stoppedAt, createdAt, ...row }) => ({
    ...row,
    testedAt: testedAt?.toISOString() ?? null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }))
}
