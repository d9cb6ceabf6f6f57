import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DocumentCategories, DocumentLink, DocumentRow, DocumentView, Page, Problem } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { documentOf, docxOf, packageOf, pdfOf, pptxOf, uploadDocument, xlsxOf } from '../../../test/documents.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
let guard: Person
let finance: Person
let here: string
let categories: Record<string, string>
let guardPost: string
let financePost: string

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}`
  manager = await app.world.staff(community, { post: 'project-manager' })
  guard = await app.world.staff(community, { post: 'guard', permissions: ['documents.read'] })
  finance = await app.world.staff(community, { post: 'finance', permissions: ['documents.read'] })
  await app.owner.query('CALL lay_document_categories($1)', [community.companyId])
  const { rows } = await app.owner.query<{ id: string; code: string }>('SELECT id, code FROM posts WHERE company_id = $1', [
    community.companyId,
  ])
  const postLike = (code: string) => rows.find((post) => post.code.startsWith(code))!.id
  guardPost = postLike('guard')
  financePost = postLike('finance')
  const { items } = (await manager.get(`${here}/document-categories`)).body as DocumentCategories
  categories = Object.fromEntries(items.map((each) => [each.name, each.id]))
})
afterAll(() => app.close())

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const file = (more: Parameters<typeof documentOf>[4] = {}, category = '合同协议') =>
  documentOf(app, manager, community, categories[category]!, more)
const search = async (person: Person, query: string, more = '') =>
  ((await person.get(`${here}/documents?query=${encodeURIComponent(query)}${more}`)).body as Page<DocumentRow>).items
const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)
const contentOf = (url: string) => request(app.url).get(new URL(url).pathname + new URL(url).search)
const linkOf = async (person: Person, id: string) => ((await person.get(`${here}/documents/${id}/link`)).body as DocumentLink).url

describe('categories of documents', () => {
  it('[ORG-06] are ready when a company begins', () => {
    expect(Object.keys(categories)).toEqual(
      expect.arrayContaining([
        '合同协议',
        '制度规范',
        '竣工图纸',
        '消防资料',
        '业主大会',
        '证照资质',
        '应急预案',
        '人事',
        '财务',
      ]),
    )
  })

  it('[ORG-06] stand in a tree of three levels at most', async () => {
    let parentId: string | undefined
    for (const level of [1, 2, 3, 4]) {
      const draft = { name: `第${level}级`, parentId, readerPosts: [], editorPosts: [] }
      const answer = await manager.post(`${here}/document-categories`, draft)
      expect(answer.status).toBe(level < 4 ? 201 : 400)
      parentId = (answer.body as { id: string }).id
    }
  })

  it('[ORG-06] do not come to stand below themselves', async () => {
    const add = async (name: string, parentId?: string) =>
      (await manager.post(`${here}/document-categories`, { name, parentId, readerPosts: [], editorPosts: [] })).body as {
        id: string
      }
    const above = await add('上')
    const below = await add('下', above.id)
    const moved = { name: '上', parentId: below.id, readerPosts: [], editorPosts: [], version: 1 }
    expect((await manager.put(`${here}/document-categories/${above.id}`, moved)).status).toBe(400)
    const own = { ...moved, parentId: above.id }
    expect((await manager.put(`${here}/document-categories/${above.id}`, own)).status).toBe(400)
  })

  it('[ORG-06] have each name once, change by version, and go only when empty', async () => {
    const draft = { name: '合同协议', readerPosts: [], editorPosts: [] }
    expect(codeOf(await manager.post(`${here}/document-categories`, draft))).toBe('DUPLICATE')
    const { id } = (await manager.post(`${here}/document-categories`, { ...draft, name: '临时' })).body as { id: string }
    expect(codeOf(await manager.put(`${here}/document-categories/${id}`, { ...draft, name: '临时二', version: 9 }))).toBe(
      'STALE_VERSION',
    )
    expect((await manager.put(`${here}/document-categories/${id}`, { ...draft, name: '临时二', version: 1 })).status).toBe(200)
    const document = await documentOf(app, manager, community, id)
    expect(codeOf(await manager.post(`${here}/document-categories/${id}/withdraw`, { version: 2 }))).toBe('CATEGORY_IN_USE')
    await manager.post(`${here}/documents/${document.id}/withdraw`, { reason: '作废', version: 1 })
    expect((await manager.post(`${here}/document-categories/${id}/withdraw`, { version: 2 })).status).toBe(204)
  })

  it('[ORG-06] are changed only by who edits documents in every community', async () => {
    const companyId = await app.world.company()
    const one = await app.world.community({ companyId })
    await app.world.community({ companyId })
    const local = await app.world.staff(one, { post: 'project-manager' })
    const draft = { name: '新分类', readerPosts: [], editorPosts: [] }
    expect(codeOf(await local.post(`/communities/${one.id}/document-categories`, draft))).toBe('COMPANY_WIDE_ONLY')
  })
})

describe('documents', () => {
  it('[ORG-06] are filed with all that is told of them', async () => {
    const document = await file({
      title: '电梯维保合同',
      number: 'HT-2026-001',
      tags: ['电梯', '维保'],
      ownerPostId: guardPost,
      validUntil: '2027-12-31',
      content: await pdfOf('甲方委托乙方维护保养电梯。'),
      name: '维保合同.pdf',
    })
    expect(document).toMatchObject({
      title: '电梯维保合同',
      number: 'HT-2026-001',
      tags: ['电梯', '维保'],
      validUntil: '2027-12-31',
      state: 'current',
      currentVersion: 1,
      fileName: '维保合同.pdf',
      textState: 'read',
      mayEdit: true,
      companyWide: false,
    })
    expect(document.versions).toEqual([expect.objectContaining({ number: 1, uploadedByName: manager.name, ending: 'pdf' })])
  })

  it('[ORG-06] are filed once, however often the request is sent', async () => {
    const key = randomUUID()
    const content = Buffer.from('一次')
    const [first, second] = [
      await uploadDocument(app, manager, community, content, '一次.txt', key),
      await uploadDocument(app, manager, community, content, '一次.txt', key),
    ]
    expect(second.body).toEqual(first.body)
    const draft = {
      title: '一次',
      categoryId: categories['制度规范'],
      tags: [],
      remindDays: 30,
      companyWide: false,
      fileId: (first.body as { id: string }).id,
    }
    const again = randomUUID()
    const made = [await manager.post(`${here}/documents`, draft, again), await manager.post(`${here}/documents`, draft, again)]
    expect((made[1]!.body as DocumentView).id).toBe((made[0]!.body as DocumentView).id)
    expect((await manager.post(`${here}/documents`, draft)).status).toBe(400)
  })

  it('[ORG-06] keep every version; an old one comes back as the newest', async () => {
    const document = await file({ content: Buffer.from('第一版说灭火器'), name: '一.txt' })
    const upload = await uploadDocument(app, manager, community, Buffer.from('第二版说喷淋头'), '二.txt')
    const next = { fileId: (upload.body as { id: string }).id, note: '更换设备', version: document.version }
    const changed = (await manager.post(`${here}/documents/${document.id}/versions`, next)).body as DocumentView
    expect(changed.versions.map((each) => [each.number, each.fileName])).toEqual([
      [2, '二.txt'],
      [1, '一.txt'],
    ])
    await app.deliver()
    expect(idsOf(await search(manager, '喷淋头'))).toContain(document.id)
    expect(idsOf(await search(manager, '第一版说灭火器'))).not.toContain(document.id)
    const restored = await manager.post(`${here}/documents/${document.id}/restore-version`, {
      number: 1,
      version: changed.version,
    })
    expect((restored.body as DocumentView).versions[0]).toMatchObject({ number: 3, fileName: '一.txt', note: '恢复自第 1 版' })
    await app.deliver()
    expect(idsOf(await search(manager, '第一版说灭火器'))).toContain(document.id)
  })

  it('[ORG-06] changed by ten at once are changed by one', async () => {
    const document = await file({ title: '并发' })
    const draft = { title: '改', categoryId: document.categoryId, tags: [], remindDays: 30, version: document.version }
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => manager.put(`${here}/documents/${document.id}`, { ...draft, title: `改${turn}` })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(9).fill(409)])
  })

  it('[ORG-06] withdrawn are found among the withdrawn only, and come back', async () => {
    const document = await file({ title: '旧版装修须知' })
    const withdrawn = (
      await manager.post(`${here}/documents/${document.id}/withdraw`, { reason: '已有新版', version: document.version })
    ).body as DocumentView
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnBecause: '已有新版' })
    expect(idsOf(await search(manager, '旧版装修须知'))).toEqual([])
    const list = async (state: string) =>
      ((await manager.get(`${here}/documents?state=${state}`)).body as Page<DocumentRow>).items
    expect(idsOf(await list('current'))).not.toContain(document.id)
    expect(idsOf(await list('withdrawn'))).toContain(document.id)
    await manager.post(`${here}/documents/${document.id}/reinstate`, { version: withdrawn.version })
    expect(idsOf(await search(manager, '旧版装修须知'))).toEqual([document.id])
  })

  it('[ORG-06] with a day have a post that answers for it', async () => {
    const upload = await uploadDocument(app, manager, community, Buffer.from('x'), 'x.txt')
    const draft = { title: '证', categoryId: categories['证照资质'], tags: [], remindDays: 30, companyWide: false }
    const answer = await manager.post(`${here}/documents`, {
      ...draft,
      fileId: (upload.body as { id: string }).id,
      validUntil: '2027-01-01',
    })
    expect((answer.body as Problem).errors![0]).toMatchObject({ field: 'ownerPostId' })
  })

  it('[ORG-06] are listed page by page, each once', async () => {
    for (let made = 0; made < 3; made++) await file({ title: `翻页材料${made}` })
    for (const query of ['', `&query=${encodeURIComponent('翻页材料')}`]) {
      const seen: string[] = []
      for (let cursor = ''; ;) {
        const page = (await manager.get(`${here}/documents?limit=2${query}${cursor}`)).body as Page<DocumentRow>
        seen.push(...idsOf(page.items))
        if (!page.nextCursor) break
        cursor = `&cursor=${page.nextCursor}`
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the search', () => {
  it.each([
    ['pdf', () => pdfOf('消防水泵每月试运行一次，并作记录。'), '消防水泵'],
    ['docx', () => docxOf('业主大会表决通过维修资金使用方案'), '维修资金'],
    ['xlsx', () => xlsxOf('配电房巡检表'), '配电房'],
    ['pptx', () => pptxOf('台风应急演练'), '应急演练'],
    ['txt', async () => Buffer.from('生活水箱清洗记录'), '水箱清洗'],
    ['csv', async () => Buffer.from([0xca, 0xd2, 0xc4, 0xda, 0xcd, 0xa3, 0xb3, 0xb5, 0xb3, 0xa1]), '停车场'],
  ])('[ORG-06] reads %s', async (ending, content, query) => {
    const document = await file({ title: `样本${ending}`, content: await content(), name: `样本.${ending}` })
    expect(document.textState).toBe('read')
    const [row] = await search(manager, query)
    expect(row!.id).toBe(document.id)
    expect(row!.snippet.filter((part) => part.hit).map((part) => part.text)).toContain(query)
  })

  it('[ORG-06] finds by title, number and tag at once after a change', async () => {
    const document = await file({ title: '绿化养护方案', number: 'YH-88', tags: ['草坪'] })
    for (const query of ['绿化养护', 'yh-88', '草坪', '绿化 草坪'])
      expect(idsOf(await search(manager, query))).toContain(document.id)
    const draft = { title: '保洁方案', categoryId: document.categoryId, tags: [], remindDays: 30, version: document.version }
    await manager.put(`${here}/documents/${document.id}`, draft)
    await app.deliver()
    expect(idsOf(await search(manager, '绿化养护'))).not.toContain(document.id)
    expect(idsOf(await search(manager, '保洁方案'))).toContain(document.id)
  })

  it('[ORG-06] puts a title before a text, and takes words in quotes as they stand', async () => {
    const inText = await file({ title: '纪要', content: Buffer.from('讨论了门禁系统改造') })
    const inTitle = await file({ title: '门禁系统说明', content: Buffer.from('门的禁区与系统') })
    expect(idsOf(await search(manager, '门禁系统'))).toEqual([inTitle.id, inText.id])
    expect(idsOf(await search(manager, '“系统改造”'))).toEqual([inText.id])
    expect(idsOf(await search(manager, '“改造系统”'))).toEqual([])
    expect(idsOf(await search(manager, '，。'))).toEqual([])
  })

  it('[ORG-06] loses no document whose text cannot be read', async () => {
    const document = await file({ title: '破损扫描件', content: Buffer.from('%PDF-1.7\nbroken'), name: '破损.pdf' })
    expect(document.textState).toBe('failed')
    expect(idsOf(await search(manager, '破损扫描件'))).toEqual([document.id])
  })
})

describe('access by post', () => {
  it('[ORG-06] hides a finance document from a guard by list, id, search, link and count', async () => {
    const countFor = async (person: Person) => {
      const { items } = (await person.get(`${here}/document-categories`)).body as DocumentCategories
      return items.reduce((sum, each) => sum + each.documents, 0)
    }
    const before = await countFor(guard)
    const draft = { name: '工资表', readerPosts: [financePost, await managerPost()], editorPosts: [] }
    const { id: closed } = (await manager.post(`${here}/document-categories`, draft)).body as { id: string }
    const document = await documentOf(app, manager, community, closed, {
      title: '十一月工资明细',
      ownerPostId: financePost,
      validUntil: app.clock.now().toISOString().slice(0, 10),
    })
    const number = async (person: Person) =>
      ((await person.get(`${here}/document-numbers`)).body as { expiring: number }).expiring
    expect(idsOf(await search(finance, '工资明细'))).toEqual([document.id])
    expect(await number(finance)).toBeGreaterThan(await number(guard))

    expect(idsOf(await search(guard, '工资明细'))).toEqual([])
    expect(idsOf(((await guard.get(`${here}/documents?limit=100`)).body as Page<DocumentRow>).items)).not.toContain(document.id)
    expect((await guard.get(`${here}/documents/${document.id}`)).status).toBe(404)
    expect((await guard.get(`${here}/documents/${document.id}/link`)).status).toBe(404)
    expect(await countFor(guard)).toBe(before)
    const { items } = (await guard.get(`${here}/document-categories`)).body as DocumentCategories
    expect(items.map((each) => each.name)).not.toContain('工资表')
  })

  it('[ORG-06] closes single documents too, from the next request on, also for links given out before', async () => {
    const document = await file({ title: '监控点位图' }, '设施设备资料')
    const url = await linkOf(guard, document.id)
    expect((await contentOf(url)).status).toBe(200)
    const access = { readerPosts: [financePost, await managerPost()], editorPosts: [], version: document.version }
    expect((await manager.put(`${here}/documents/${document.id}/access`, access)).status).toBe(200)
    expect((await contentOf(url)).status).toBe(404)
    expect((await guard.get(`${here}/documents/${document.id}`)).status).toBe(404)
  })

  it('[ORG-06] lets edit only posts that may, within what they may read', async () => {
    const document = await file({}, '设施设备资料')
    const body = { reason: '试', version: document.version }
    expect(codeOf(await guard.post(`${here}/documents/${document.id}/withdraw`, body))).toBe('NOT_ALLOWED')
    const access = { readerPosts: [], editorPosts: [guardPost], version: document.version }
    const closed = (await manager.put(`${here}/documents/${document.id}/access`, access)).body as DocumentView
    expect(closed.mayEdit).toBe(false)
    const again = { ...body, version: closed.version }
    expect(codeOf(await manager.post(`${here}/documents/${document.id}/withdraw`, again))).toBe('NOT_ALLOWED')
  })

  it('[ORG-06] ends with the session and with the minutes of a link', async () => {
    const document = await file({}, '设施设备资料')
    const url = await linkOf(guard, document.id)
    expect((await contentOf(url.replace('number=1', 'number=2'))).status).toBe(404)
    app.clock.advance({ minutes: 6 })
    expect(codeOf(await contentOf(url))).toBe('FILE_LINK_EXPIRED')
    const other = await app.world.staff(community, { post: 'guard', permissions: ['documents.read'] })
    const link = await linkOf(other, document.id)
    await other.delete('/me/session')
    expect((await contentOf(link)).status).toBe(404)
  })

  it('[ORG-06] shows another community and another company nothing, but all of a company what is the company’s', async () => {
    const sister = await app.world.community({ companyId: community.companyId })
    const colleague = await app.world.staff(sister, { post: 'guard', permissions: ['documents.read'] })
    const foreign = await app.world.staff(await app.world.community({ companyId: await app.world.company() }), {
      permissions: ['documents.read', 'documents.edit'],
    })
    const local = await file({ title: '本小区专用' }, '设施设备资料')
    const there = `/communities/${sister.id}/documents`
    expect((await colleague.get(`${there}/${local.id}`)).status).toBe(404)
    expect((await colleague.get(`${here}/documents/${local.id}`)).status).toBe(404)
    expect((await foreign.get(`${here}/documents/${local.id}`)).status).toBe(404)
    expect(((await colleague.get(`${there}?query=${encodeURIComponent('本小区专用')}`)).body as Page<DocumentRow>).items).toEqual(
      [],
    )
    const shared = await app.owner.query(
      `WITH d AS (UPDATE documents SET community_id = NULL WHERE id = $1),
         v AS (UPDATE document_versions SET community_id = NULL WHERE document_id = $1)
       UPDATE document_texts SET community_id = NULL WHERE document_id = $1`,
      [local.id],
    )
    expect(shared.rowCount).toBe(1)
    expect((await colleague.get(`${there}/${local.id}`)).status).toBe(200)
    expect((await foreign.get(`${here}/documents/${local.id}`)).status).toBe(404)
    const withdraw = { reason: '试', version: local.version }
    const localEditor = await manager.post(`${here}/documents/${local.id}/withdraw`, withdraw)
    expect(codeOf(localEditor)).toBe('COMPANY_WIDE_ONLY')
  })
})

describe('what is the whole company’s', () => {
  it('[ORG-06] is filed by who edits documents in every community, and read in each', async () => {
    const companyId = await app.world.company()
    const [one, two] = [await app.world.community({ companyId }), await app.world.community({ companyId })]
    await app.owner.query('CALL lay_document_categories($1)', [companyId])
    const quality = await app.world.staff(one, { post: 'project-manager' })
    const { items } = (await quality.get(`/communities/${one.id}/document-categories`)).body as DocumentCategories
    const category = items.find(({ name }) => name === '制度规范')!.id
    const upload = (await uploadDocument(app, quality, one, Buffer.from('礼仪'), '礼仪.txt')).body as { id: string }
    const draft = { title: '礼仪规范', categoryId: category, tags: [], remindDays: 30, companyWide: true, fileId: upload.id }
    expect(codeOf(await quality.post(`/communities/${one.id}/documents`, draft))).toBe('COMPANY_WIDE_ONLY')
    await app.world.appoint(two, quality.staffId!, 'project-manager')
    const filed = await quality.post(`/communities/${one.id}/documents`, draft)
    expect(filed.status).toBe(201)
    const reader = await app.world.staff(two, { post: 'guard', permissions: ['documents.read'] })
    const there = await reader.get(`/communities/${two.id}/documents/${(filed.body as DocumentView).id}`)
    expect(there.body).toMatchObject({ title: '礼仪规范', companyWide: true, mayEdit: false })
  })
})

describe('what is uploaded', () => {
  it.each([
    ['a program under the name of a PDF', Buffer.from('MZ\u0090\u0000'), '合同.pdf', 'DOCUMENT_TYPE_NOT_ALLOWED'],
    ['a page for browsers', Buffer.from('<html><script>1</script>'), '合同.html', 'DOCUMENT_TYPE_NOT_ALLOWED'],
    ['bytes under the name of a text', Buffer.from([1, 0, 2]), '合同.txt', 'DOCUMENT_TYPE_NOT_ALLOWED'],
    ['a file without a name', Buffer.from('x'), '合同', 'DOCUMENT_TYPE_NOT_ALLOWED'],
    ['an empty file', Buffer.alloc(0), '合同.pdf', 'FILE_EMPTY'],
    ['a workbook with macros by its name', Buffer.from('PK'), '表.xlsm', 'DOCUMENT_HAS_MACROS'],
  ])('[ORG-06] refuses %s', async (_, content, name, code) => {
    expect(codeOf(await uploadDocument(app, manager, community, content, name))).toBe(code)
  })

  it('[ORG-06] refuses macros hidden in a plain name, and one kind packed as another', async () => {
    const withMacros = await docxOf('正文', { 'word/vbaProject.bin': 'x' })
    expect(codeOf(await uploadDocument(app, manager, community, withMacros, '合同.docx'))).toBe('DOCUMENT_HAS_MACROS')
    expect(codeOf(await uploadDocument(app, manager, community, await docxOf('正文'), '表.xlsx'))).toBe(
      'DOCUMENT_TYPE_NOT_ALLOWED',
    )
  })

  it('[ORG-06] refuses a bomb: little packed, very much unpacked', async () => {
    const bomb = await packageOf({ 'word/document.xml': Buffer.alloc(60 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(codeOf(await uploadDocument(app, manager, community, bomb, '炸弹.docx'))).toBe('DOCUMENT_UNREADABLE')
  })

  it('[ORG-06] is served as what it is and no more', async () => {
    const content = await docxOf('正文')
    const document = await file({ content, name: "合同 '终稿'.docx" })
    const answer = await contentOf(await linkOf(manager, document.id)).buffer(true)
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="__ '__'.docx"; filename\*=UTF-8''%E5/),
    })
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; .*sandbox/)
    const pdf = await file({ content: await pdfOf('正文'), name: '合同.pdf' })
    const url = await linkOf(manager, pdf.id)
    const shown = (await contentOf(url)).headers
    expect(shown['content-disposition']).toMatch(/^inline/)
    expect([shown['content-security-policy'], shown['x-frame-options']]).toEqual(["frame-ancestors 'self'", undefined])
    expect((await contentOf(`${url}&download=1`)).headers['content-disposition']).toMatch(/^attachment/)
    const part = await contentOf(url).set('range', 'bytes=0-3')
    expect([part.status, part.headers['content-length']]).toEqual([206, '4'])
  })
})

async function managerPost(): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>(
    `SELECT id FROM posts WHERE company_id = $1 AND code = 'project-manager'`,
    [community.companyId],
  )
  return rows[0]!.id
}
