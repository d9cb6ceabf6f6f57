import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DocumentRow, Page } from '@yinuo/contracts'
import pg from 'pg'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { newId } from '../../platform/clock/index.ts'
import { setReach } from '../../platform/database/index.ts'
import { queryOf, vectorOf } from './index.ts'

const things = [
  '地下二层生活水泵房',
  '一号楼客用电梯轿厢',
  '小区西门车辆道闸',
  '消防控制室报警主机',
  '屋面避雷接地装置',
  '商业裙楼油烟净化器',
  '高压配电室变压器',
  '儿童游乐场塑胶地面',
  '地库坡道截水沟',
  '物业服务中心档案柜',
  '业主委员会公章',
  '垃圾分类投放点',
  '电动自行车充电棚',
  '中央空调冷却塔',
  '外墙保温层空鼓部位',
  '化粪池及污水管网',
  '弱电井光纤配线架',
  '公共收益银行账户',
  '装修押金退还台账',
  '应急照明疏散指示灯',
]
const facts = [
  '每季度由持证人员检查一次并拍照留存',
  '因供应商停产需更换为国产同规格部件',
  '去年十月通过特种设备检验所的定期检测',
  '维修费用从专项维修资金中列支',
  '由秩序维护员夜间巡逻时重点查看',
  '曾在台风期间进水造成短路停电',
  '的保养记录应当交接给下一任工程主管',
  '须经三分之二以上业主表决同意后改造',
  '与承包单位签订的质保期至后年六月届满',
  '出现异响时立即停用并张贴告示',
]
const sentences = things.flatMap((thing) => facts.map((fact) => `${thing}${fact}。`))
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsIn = (sentence: string) =>
  [...segmenter.segment(sentence)].map(({ segment }) => segment).filter((word) => word.length > 1)

let app: TestApp
let community: TestCommunity
let reader: Person
const ids: string[] = []

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  reader = await app.world.staff(community, { permissions: ['documents.read'] })
  await app.owner.query('CALL lay_document_categories($1)', [community.companyId])
  for (const sentence of sentences) ids.push(await fileAway(sentence))
}, 60_000)
afterAll(() => app.close())

async function fileAway(content: string): Promise<string> {
  const id = newId(app.clock.now())
  const [title, number] = ['巡查材料', String(ids.length)]
  await app.owner.query(
    `WITH f AS (INSERT INTO document_files (company_id, id, uploaded_by, upload_key, name, ending, content_type, bytes, sha256, storage_key, created_at)
         VALUES ($1, $3, $3, $6, 'x.txt', 'txt', 'text/plain', 1, '', 'x', $4)),
       d AS (INSERT INTO documents (company_id, id, community_id, category_id, title, number, created_at, updated_at)
         SELECT $1, $3, $2, id, $5, $6, $4, $4 FROM document_categories WHERE company_id = $1 AND name = '制度规范'),
       v AS (INSERT INTO document_versions (company_id, document_id, number, community_id, file_id, uploaded_by, uploaded_by_name, uploaded_at)
         VALUES ($1, $3, 1, $2, $3, $3, '测试', $4))
     INSERT INTO document_texts (company_id, document_id, community_id, version_number, state, content, words)
     VALUES ($1, $3, $2, 1, 'read', $7, $8::tsvector)`,
    [
      community.companyId,
      community.id,
      id,
      app.clock.now(),
      title,
      number,
      content,
      vectorOf({ title: title!, number: number!, tags: [], content }),
    ],
  )
  return id
}

/** Which sentences each query finds, by PostgreSQL itself and in one go. */
async function foundBy(queries: readonly string[]): Promise<Set<string>[]> {
  const { rows } = await app.owner.query<{ ids: string[] }>(
    `SELECT ARRAY(SELECT document_id FROM document_texts WHERE words @@ q.match::tsquery) AS ids
     FROM unnest($1::text[]) WITH ORDINALITY AS q (match, place) ORDER BY place`,
    [queries.map((query) => queryOf(query)!.match)],
  )
  return rows.map((row) => new Set(row.ids))
}

describe('of two hundred sentences', () => {
  it('[ORG-06] every one is found by every word in it, and by no word that is not', async () => {
    expect(new Set(sentences).size).toBe(200)
    const words = [...new Set(sentences.flatMap(wordsIn))]
    const hits = await foundBy(words)
    const wrong = words.flatMap((word, at) =>
      sentences.filter((sentence, place) => sentence.includes(word) !== hits[at]!.has(ids[place]!)).map((each) => [word, each]),
    )
    expect(words.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })

  it('[ORG-06] every one is found by a piece from its middle, wherever it is cut', async () => {
    const pieces = sentences.map((sentence, at) => {
      const from = (at * 7) % (sentence.length - 6)
      return sentence.slice(from, from + 2 + (at % 4))
    })
    const hits = await foundBy(pieces.map((piece) => `“${piece}”`))
    expect(pieces.filter((_, at) => !hits[at]!.has(ids[at]!))).toEqual([])
  })

  it('[ORG-06] a reader gets what is found, and where it stands', async () => {
    const { items } = (
      await reader.get(`/communities/${community.id}/documents?query=${encodeURIComponent('“质保期至后年六月”')}&limit=100`)
    ).body as Page<DocumentRow>
    expect(items).toHaveLength(things.length)
    for (const row of items) expect(row.snippet).toContainEqual({ text: '质保期至后年六月', hit: true })
  })
})

it('[ORG-06] the index is open to the application’s own role, behind its wall', async () => {
  await app.owner.query(
    `WITH d AS (INSERT INTO documents (company_id, id, community_id, category_id, title, created_at, updated_at)
       SELECT company_id, uuidv7(), community_id, category_id, 'x', created_at, updated_at
       FROM documents CROSS JOIN generate_series(1, 20) WHERE company_id = $1 RETURNING company_id, id, community_id)
     INSERT INTO document_texts (company_id, document_id, community_id, version_number, state, words)
     SELECT company_id, id, community_id, 1, 'none', ('''' || id || '''')::tsvector FROM d`,
    [community.companyId],
  )
  await app.owner.query('VACUUM ANALYZE document_texts')
  const client = new pg.Client(app.databases.appUrl)
  await client.connect()
  try {
    await client.query(`BEGIN; ${setReach({ communities: [community.id], companies: [community.companyId] })}`)
    await client.query(`SET LOCAL app.words = '''变压'''`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>('EXPLAIN SELECT document_id FROM document_texts')
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Bitmap Index Scan on document_texts_by_words/)
    expect(plan).toMatch(/Index Cond: \(words @@/)
  } finally {
    await client.end()
  }
})
