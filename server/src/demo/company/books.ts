import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { usualStages, type Fund, type IncomeCategory, type SpendingCategory } from '@yinuo/contracts'
import sharp from 'sharp'
import type { EntityManager } from 'typeorm'
import type pg from 'pg'
import type { CallerAct } from '../../modules/access/index.ts'
import { setStages } from '../../modules/arrears/index.ts'
import { postEntry } from '../../modules/ledger/index.ts'
import { addSupplier, approveRecord, enterRecord } from '../../modules/spending/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { newId } from '../../platform/clock/index.ts'
import type { Random } from '../random.ts'
import { centre, garden, plaza } from './sites.ts'

const DAY = 86_400_000
/** As many as the oldest of three quarters can lie back, which are published. */
const MONTHS = 12

interface Office {
  communityId: string
  companyId: string
  units: number
  clerk: { id: string; name: string }
  head: { id: string; name: string }
  contractId: string | null
}

/** Who pays whom: finance of a community, else of the company; its manager looks at what is large. */
const OFFICES = `
  SELECT c.id AS "communityId", c.company_id AS "companyId", (SELECT count(*)::int FROM units u WHERE u.community_id = c.id) AS units,
    (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s LEFT JOIN held_posts h ON h.community_id = c.id AND h.staff_id = s.id
     LEFT JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
     WHERE s.company_id = c.company_id AND (p.code = 'finance' OR s.login = 'hq') ORDER BY p.code = 'finance' DESC NULLS LAST, s.id LIMIT 1) AS clerk,
    (SELECT json_build_object('id', s.id, 'name', s.name) FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
     JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id
     WHERE h.community_id = c.id AND p.code = 'project-manager' ORDER BY s.id LIMIT 1) AS head,
    (SELECT d.id FROM documents d WHERE d.company_id = c.company_id AND d.title LIKE '电梯维护保养合同%'
       AND (d.community_id IS NULL OR d.community_id = c.id) LIMIT 1) AS "contractId"
  FROM communities c WHERE c.name = ANY ($1) ORDER BY array_position($1::text[], c.name)`

const suppliers = [
  { name: '洁净保洁服务有限公司', contact: '何经理', phone: '021-55550101', taxNumber: '91310000MA1K00001X' },
  { name: '安顺电梯工程有限公司', contact: '李工', phone: '021-55550102', taxNumber: '91310000MA1K00002Y' },
  { name: '卫士消防维保有限公司', contact: '周工', phone: '021-55550103', taxNumber: '91310000MA1K00003Z' },
  { name: '绿友园林养护有限公司', contact: '沈经理', phone: '021-55550104', taxNumber: '91310000MA1K00004A' },
  { name: '市电力公司', contact: '营业厅', phone: '95598', taxNumber: '' },
  { name: '分众传媒（广告位承租）', contact: '吴经理', phone: '021-55550106', taxNumber: '91310000MA1K00006C' },
] as const

interface Told {
  fund: Fund
  category: SpendingCategory | IncomeCategory
  side?: 'income'
  /** a month and a unit, in fen */
  each: number
  day: number
  text: string
  from?: (typeof suppliers)[number]['name']
  /** months apart */
  every?: number
}

/** What a month costs and brings. */
const months: readonly Told[] = [
  { fund: 'property-fee', category: 'labour', each: 6_200, day: 5, text: '物业服务人员工资' },
  { fund: 'property-fee', category: 'cleaning', each: 2_150, day: 8, text: '保洁服务费', from: '洁净保洁服务有限公司' },
  { fund: 'property-fee', category: 'greening', each: 460, day: 10, text: '绿化养护费', from: '绿友园林养护有限公司' },
  { fund: 'property-fee', category: 'energy', each: 1_180, day: 12, text: '公共照明与水泵电费', from: '市电力公司' },
  { fund: 'property-fee', category: 'lift', each: 690, day: 15, text: '电梯维护保养费', from: '安顺电梯工程有限公司' },
  { fund: 'property-fee', category: 'fire', each: 620, day: 16, text: '消防设施维保费', from: '卫士消防维保有限公司', every: 3 },
  { fund: 'property-fee', category: 'maintenance', each: 240, day: 18, text: '公共设施维修材料' },
  { fund: 'property-fee', category: 'office', each: 90, day: 19, text: '办公用品与通信费' },
  { fund: 'parking', category: 'labour', each: 520, day: 5, text: '车场值守人员工资' },
  { fund: 'parking', category: 'energy', each: 110, day: 12, text: '地库照明与通风电费' },
  { fund: 'parking', category: 'maintenance', each: 75, day: 17, text: '道闸与标线维护', every: 2 },
  {
    fund: 'common-income',
    side: 'income',
    category: 'advertising',
    each: 310,
    day: 3,
    text: '电梯轿厢与大堂广告位租金',
    from: '分众传媒（广告位承租）',
  },
  { fund: 'common-income', side: 'income', category: 'public-parking', each: 405, day: 6, text: '公共车位临停收入' },
  { fund: 'common-income', side: 'income', category: 'recycling', each: 22, day: 14, text: '废旧纸箱与衣物回收', every: 2 },
  { fund: 'common-income', side: 'income', category: 'interest', each: 14, day: 20, text: '公共收益账户利息', every: 3 },
  { fund: 'common-income', category: 'renewal', each: 180, day: 18, text: '园区座椅与健身器材更新', every: 2 },
]

/** What homes paid a month, taken over as sums from the program used before: a month and a unit, in fen. */
const collected = [
  { fund: 'property-fee', charge: '物业服务费', each: 11_480 },
  { fund: 'parking', charge: '车位服务费', each: 730 },
] as const

/** A year of spending and of income besides bills, with vouchers; what is large waits for, or has had, a second look. */
export async function keepAccounts(client: pg.ClientBase, random: Random, now: Date, store: FileStore | null): Promise<void> {
  const { rows: offices } = await client.query<Office>(OFFICES, [[garden.name, plaza.name, centre.name]])
  const tx = { query: async (text: string, values: unknown[]) => (await client.query(text, values)).rows } as EntityManager
  const slip = store && (await drawSlip(store))
  const known = new Map<string, string>()
  for (const office of offices.filter(({ clerk, head }) => clerk && head && clerk.id !== head.id)) {
    const since = new Date(now.getTime() - 400 * DAY)
    for (const supplier of known.size > 0 ? [] : suppliers)
      known.set(supplier.name, await addSupplier(tx, actOf(office, 'clerk', since), office.communityId, supplier))
    const slipId = slip && (await keepSlip(client, office, slip, since))
    await setStages(tx, actOf(office, 'head', now), office.communityId, usualStages)
    for (let back = MONTHS - 1; back >= 0; back--) {
      await takeOver(tx, random, now, { office, back })
      await tellMonth(tx, random, now, { office, known, slipId, back })
    }
  }
}

async function takeOver(
  tx: EntityManager,
  random: Random,
  now: Date,
  { office, back }: Pick<Month, 'office' | 'back'>,
): Promise<void> {
  const at = dayOfMonth(now, back, 27)
  if (at.getTime() > now.getTime()) return
  for (const { fund, charge, each } of collected) {
    const amountFen = Math.round(each * office.units * random.between(0.97, 1.02))
    const text = `${at.getUTCMonth() + 1} 月${charge}（原收费系统汇总）`
    await postEntry(tx, actOf(office, 'clerk', at), {
      communityId: office.communityId,
      kind: 'adjustment',
      text,
      source: { kind: 'adjustment', id: random.id(at) },
      lines: [
        { account: 'bank', side: 'debit', amountFen, text },
        { account: 'income', side: 'credit', amountFen, fund, category: charge, text, publishedAs: 'received' },
      ],
    })
  }
}

interface Month {
  office: Office
  known: ReadonlyMap<string, string>
  slipId: string | null
  /** months ago */
  back: number
}

async function tellMonth(tx: EntityManager, random: Random, now: Date, { office, known, slipId, back }: Month): Promise<void> {
  for (const { fund, category, side = 'spending', each, day, text, from, every = 1 } of months) {
    const at = dayOfMonth(now, back, day)
    if (back % every !== 0 || at.getTime() > now.getTime()) continue
    const act = actOf(office, 'clerk', at)
    const id = await enterRecord(tx, act, office.communityId, {
      ...{
        side,
        fund,
        category,
        account: 'bank',
        text: `${at.getUTCMonth() + 1} 月${text}`,
        happenedOn: at.toISOString().slice(0, 10),
      },
      amountFen: Math.round(each * office.units * random.between(0.92, 1.08)),
      reference: side === 'spending' ? `FP${String(random.int(10_000_000, 99_999_999))}` : '',
      ...(from && { supplierId: known.get(from)! }),
      fileIds: slipId ? [slipId] : [],
      documentIds: category === 'lift' && office.contractId ? [office.contractId] : [],
      caseIds: [],
    })
    // The latest large ones still wait for whoever looks at the demonstration.
    const waits = now.getTime() - at.getTime() < 4 * DAY
    const [{ state }] = (await tx.query('SELECT state FROM fund_records WHERE community_id = $1 AND id = $2', [
      office.communityId,
      id,
    ])) as [{ state: string }]
    if (state === 'asked' && !waits) {
      const later = new Date(Math.min(now.getTime(), at.getTime() + DAY))
      await approveRecord(tx, actOf(office, 'head', later), office.communityId, id, { version: 1 })
    }
  }
}

function dayOfMonth(now: Date, back: number, day: number): Date {
  const here = new Date(now.getTime() + 8 * 3_600_000)
  return new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, day, 2))
}

function actOf({ communityId, companyId, ...staff }: Office, who: 'clerk' | 'head', now: Date): CallerAct {
  const { id, name } = staff[who]
  return {
    actor: { kind: 'staff', id, name },
    reach: { communities: [communityId], companies: [companyId] },
    now,
    traceId: '0'.repeat(32),
    address: null,
    idempotency: null,
    caller: { staff: { id, companyId }, account: null },
  } as unknown as CallerAct
}

interface Slip {
  key: string
  thumbnailKey: string
  bytes: number
  sha256: Buffer
}

/** A slip of paper with a stamp: drawn, nobody's. */
const SLIP = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="600" viewBox="0 0 960 600">
  <rect width="960" height="600" fill="#f7f4ea"/><rect x="40" y="36" width="880" height="528" fill="#fffdf6" stroke="#b98a4a" stroke-width="4"/>
  <rect x="330" y="66" width="300" height="30" rx="6" fill="#b98a4a" opacity=".7"/>
  ${[150, 210, 270, 330, 390, 450].map((y) => `<path d="M70 ${y}H890" stroke="#c9a875" stroke-width="2"/><rect x="90" y="${y + 20}" width="${180 + (y % 7) * 30}" height="16" rx="4" fill="#9aa5ad" opacity=".55"/><rect x="700" y="${y + 20}" width="150" height="16" rx="4" fill="#9aa5ad" opacity=".55"/>`).join('')}
  <path d="M640 150V510" stroke="#c9a875" stroke-width="2"/>
  <circle cx="750" cy="450" r="78" fill="none" stroke="#c8372d" stroke-width="6" opacity=".8"/><path d="M750 408l12 36h38l-30 22 11 36-31-22-31 22 11-36-30-22h38z" fill="#c8372d" opacity=".75"/>
</svg>`

async function drawSlip(store: FileStore): Promise<Slip> {
  const folder = await mkdtemp(join(tmpdir(), 'yinuo-demo-slip-'))
  try {
    const photo = await sharp(Buffer.from(SLIP)).jpeg({ quality: 82 }).toBuffer()
    const thumbnail = await sharp(photo).resize(480, 480, { fit: 'inside' }).webp({ quality: 75 }).toBuffer()
    const [large, small] = [join(folder, 'slip.jpg'), join(folder, 'slip.webp')]
    await Promise.all([writeFile(large, photo), writeFile(small, thumbnail)])
    const [key, thumbnailKey] = ['demo/slip.jpg', 'demo/slip.small.webp']
    await Promise.all([store.put(key, large, 'image/jpeg'), store.put(thumbnailKey, small, 'image/webp')])
    return { key, thumbnailKey, bytes: photo.length, sha256: createHash('sha256').update(photo).digest() }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function keepSlip(client: pg.ClientBase, { communityId, clerk }: Office, slip: Slip, at: Date): Promise<string> {
  const id = newId(at)
  await client.query(
    `INSERT INTO files (community_id, id, uploaded_by, upload_key, kind, content_type, bytes, sha256, storage_key, thumbnail_key, created_at)
     VALUES ($1, $2, $3, 'demo-slip', 'photo', 'image/jpeg', $4, $5, $6, $7, $8)`,
    [communityId, id, clerk.id, slip.bytes, slip.sha256, slip.key, slip.thumbnailKey, at],
  )
  return id
}
