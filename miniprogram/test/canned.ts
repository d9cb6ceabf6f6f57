import type {
  HouseholdMembers,
  Invitation,
  CaseEventView,
  ClockView,
  CodeContext,
  BoardNotice,
  BoardNoticeRow,
  BoardOutage,
  InboxMessage,
  Me,
  DocumentCategory,
  DocumentRow,
  MyPost,
  RepairRow,
  RepairView,
  ResidenceApplication,
} from '@yinuo/contracts'
import { moneyAnswer } from './canned-money.ts'

const minute = 60_000
const at = (minutesFromNow: number) => new Date(Date.now() + minutesFromNow * minute).toISOString()

/** A drawn photo, so that nothing is fetched from anywhere. */
const photo = (sky: string, pipe: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" fill="${sky}"/><path d="M10 80h60v30" stroke="${pipe}" stroke-width="14" fill="none"/><circle cx="70" cy="112" r="6" fill="#7fb7d6"/></svg>`)}`

export const home = {
  communityId: 'c-1',
  communityName: '一诺花园',
  propertyType: 'residential',
  hotline: '010-8000 1234',
  unitId: 'u-601',
  unitLabel: '3号楼2单元601',
  role: 'owner',
  validUntil: null,
  residentName: '林晓梅',
} as const

const posts: MyPost[] = [
  {
    postId: 'p-1',
    postName: '维修工程师',
    scope: 'community',
    communityId: 'c-1',
    communityName: '一诺花园',
    regionId: null,
    regionName: null,
    buildings: [
      { id: 'b-1', name: '1号楼' },
      { id: 'b-3', name: '3号楼' },
    ],
    description: {
      name: '维修工程师',
      duties: '接单、到场、维修、留存前后照片，登记用料。',
      work: '1. 接单后按时到场，先拍照、再动手，完工再拍照。\n2. 登记用料和工时；收费维修先报价，住户同意后再动工。',
      authority: '1. 接单；写明原因退回或转单。\n2. 发现危及安全的情况，先断电、关阀、围挡，再报告主管。',
      responsibility: '1. 对本人工单的时限和维修质量负责。',
      qualification: '有相应工种的维修经验，能独立处理常见故障。',
      certificates: ['low-voltage'],
      answersFor: ['repair-work', 'facilities'],
    },
  },
]

const category = { parentId: null, ordinal: 1, readerPosts: [], editorPosts: [], version: 1, takesChanges: false, mayEdit: false }
const documentCategories: DocumentCategory[] = [
  { ...category, id: 'k-1', name: '消防资料', documents: 1 },
  { ...category, id: 'k-2', name: '应急预案', documents: 1 },
]

const filed: DocumentRow = {
  id: 'd-1',
  companyWide: false,
  categoryId: 'k-1',
  categoryName: '消防资料',
  title: '消防设施年度检测报告',
  number: 'XF-2026-01',
  tags: ['消防'],
  state: 'current',
  validUntil: '2026-12-01',
  reviewBy: null,
  due: 'expiring',
  currentVersion: 2,
  updatedAt: '2026-11-01T02:00:00.000Z',
  fileName: '检测报告.pdf',
  ending: 'pdf',
  bytes: 1_200_000,
  textState: 'read',
  titleParts: [
    { text: '消防', hit: true },
    { text: '设施年度检测报告', hit: false },
  ],
  snippet: [
    { text: '地下车库', hit: false },
    { text: '消防', hit: true },
    { text: '水泵房两台水泵互为备用，每月试运行一次', hit: false },
  ],
}
const documents: DocumentRow[] = [
  filed,
  {
    ...filed,
    id: 'd-2',
    categoryId: 'k-2',
    categoryName: '应急预案',
    title: '防汛应急预案（2026 年修订，含地库挡水板布置图）',
    titleParts: [{ text: '防汛应急预案（2026 年修订，含地库挡水板布置图）', hit: false }],
    number: '',
    validUntil: null,
    reviewBy: '2027-05-01',
    due: null,
    snippet: [],
  },
]

export const resident: Me = {
  callers: ['resident'],
  account: { id: 'a-1', name: '林晓梅', phoneMasked: '138****0001', elderMode: false },
  homes: [home],
  staff: null,
  unreadMessages: 2,
}

export const worker: Me = {
  callers: ['staff'],
  account: { id: 'a-2', name: '张建国', phoneMasked: '139****0001', elderMode: false },
  homes: [],
  staff: {
    id: 's-1',
    name: '张建国',
    companyName: '一诺物业服务有限公司',
    totpEnrolled: false,
    onDutyIn: ['c-1'],
    communities: [
      {
        communityId: 'c-1',
        name: '一诺花园',
        propertyType: 'residential',
      },
    ],
    posts: [
      {
        code: 'engineer',
        name: '维修工程师',
        permissions: ['repairs.work', 'repairs.report', 'documents.read'],
        communityIds: ['c-1'],
        buildingIds: null,
      },
    ],
  },
  unreadMessages: 1,
}

export const stranger: Me = {
  ...resident,
  account: { id: 'a-3', name: null, phoneMasked: null, elderMode: false },
  homes: [],
  unreadMessages: 0,
}

export function row(change: Partial<RepairRow> = {}): RepairRow {
  return {
    id: 'r-1',
    communityId: 'c-1',
    communityName: '一诺花园',
    number: 'BX20261121-0037',
    state: 'assigned',
    channel: 'code',
    category: 'water-leak',
    urgency: 'urgent',
    placeLabel: '3号楼2单元601',
    description: '厨房水槽下面的水管一直滴水，盆已经接满两次',
    photoUrl: null,
    reporterName: '林晓梅',
    reportedAt: at(-2),
    dueAt: at(13),
    dueClock: 'respond',
    late: false,
    paused: false,
    flaggedNoProgress: false,
    assignee: { id: 's-1', name: '张建国' },
    version: 2,
    rating: null,
    ...change,
  }
}

function clock(change: Partial<ClockView>): ClockView {
  return {
    name: 'respond',
    state: 'running',
    startedAt: at(-2),
    dueAt: at(13),
    targetMinutes: 15,
    pausedAt: null,
    pausedBecause: null,
    stoppedAt: null,
    breachedAt: null,
    escalatedTo: null,
    ...change,
  }
}

let events = 0
function event(change: Partial<CaseEventView>): CaseEventView {
  events += 1
  return {
    id: `e-${events}`,
    kind: 'reported',
    at: at(-2),
    actorName: '系统',
    actorRole: 'system',
    text: '',
    files: [],
    ...change,
  }
}

const before = { id: 'f-1', kind: 'photo', url: photo('#dfe8e4', '#8795a0'), thumbnailUrl: null, purpose: null } as const
const after = { id: 'f-2', kind: 'photo', url: photo('#e7efe0', '#0F6B57'), thumbnailUrl: null, purpose: 'after' } as const

export function view(change: Partial<RepairView> = {}): RepairView {
  return {
    ...row(),
    kind: 'repair',
    place: { kind: 'unit', id: 'u-601', label: '3号楼2单元601' },
    x: null,
    y: null,
    reporterPhone: '13800010001',
    preferredFrom: null,
    preferredUntil: null,
    files: [before],
    clocks: [clock({}), clock({ name: 'resolve', dueAt: at(1438), targetMinutes: 1440 })],
    timeline: [
      event({ actorName: '林晓梅', actorRole: 'resident', text: '住户扫码报修：厨房水槽下面的水管一直滴水', files: [before] }),
      event({ at: at(-1), text: '已派给给排水工程师张建国：有资质、在岗、手上工单最少' }),
    ],
    assignedBecause: [
      { rule: 'qualified', text: '有“给排水”资质' },
      { rule: 'on-duty', text: '在岗' },
      { rule: 'least-load', text: '手上只有 1 件工单，最少' },
      { rule: 'nearest', text: '正在 3号楼，离得最近' },
    ],
    assigneePhone: '13900020001',
    nextStep: '张建国会在 15 分钟内接单并联系您。',
    materials: [],
    labourMinutes: null,
    charge: { state: 'none', amountFen: 0, lines: [], offeredAt: null, answeredAt: null },
    waiting: null,
    ratingComment: null,
    closeReason: null,
    closedAt: null,
    visits: [],
    samples: [],
    standardName: 'B 物业服务质量目标承诺',
    allowedActions: ['note', 'cancel'],
    ...change,
  } as RepairView
}

export const views: Record<string, RepairView> = {
  'r-1': view(),
  'r-charge': view({
    ...row({ id: 'r-charge', state: 'working', dueAt: at(900), dueClock: 'resolve' }),
    clocks: [clock({ name: 'resolve', dueAt: at(900), startedAt: at(-120), targetMinutes: 1440 })],
    nextStep: '师傅报了价，请您看过后同意或不同意。',
    charge: {
      state: 'offered',
      amountFen: 123456,
      lines: [
        { label: '角阀（全铜加厚）× 2', amountFen: 13600 },
        { label: '不锈钢波纹管 60 厘米 × 4', amountFen: 9856 },
        { label: '人工费（拆装橱柜背板并复原）', amountFen: 100000 },
      ],
      offeredAt: at(-3),
      answeredAt: null,
    },
    allowedActions: ['agree-charge', 'refuse-charge', 'note'],
  }),
  'r-done': view({
    ...row({
      id: 'r-done',
      state: 'done',
      category: 'lighting',
      dueAt: at(2000),
      dueClock: 'confirm',
      description: '楼道灯不亮',
    }),
    clocks: [clock({ name: 'confirm', startedAt: at(-30), dueAt: at(2850), targetMinutes: 2880 })],
    timeline: [
      event({ at: at(-90), actorName: '林晓梅', actorRole: 'resident', text: '住户报修：楼道灯不亮' }),
      event({ at: at(-80), actorName: '张建国', actorRole: 'staff', text: '张建国已接单，预计 20 分钟到' }),
      event({ at: at(-60), actorName: '张建国', actorRole: 'staff', text: '张建国已到现场', files: [before] }),
      event({
        at: at(-30),
        actorName: '张建国',
        actorRole: 'staff',
        text: '已修好：换了一只 LED 灯，开关试了三次正常',
        files: [before, after],
      }),
    ],
    nextStep: '师傅已修好，请您看一看，确认后评价。',
    allowedActions: ['confirm', 'reopen', 'note'],
  }),
  'r-closed': view({
    ...row({ id: 'r-closed', state: 'closed', category: 'doors', dueAt: null, dueClock: null, rating: 5 }),
    clocks: [clock({ state: 'kept', stoppedAt: at(-1000) })],
    nextStep: '已完成，感谢您的评价。',
    rating: 5,
    ratingComment: '来得快，收拾得干净',
    closeReason: 'confirmed',
    allowedActions: ['reopen'],
  }),
  'r-late': view({
    ...row({ id: 'r-late', state: 'accepted', dueAt: at(-25), dueClock: 'resolve', late: true }),
    clocks: [clock({ name: 'resolve', state: 'late', startedAt: at(-1500), dueAt: at(-25), breachedAt: at(-25) })],
    allowedActions: ['arrive', 'note', 'transfer'],
  }),
  'r-working': view({
    ...row({ id: 'r-working', state: 'working', dueAt: at(400), dueClock: 'resolve' }),
    clocks: [clock({ name: 'resolve', startedAt: at(-90), dueAt: at(400) })],
    materials: [{ id: 'm-1', name: '角阀', quantity: 2, unit: '个', unitPriceFen: 6800 }],
    allowedActions: ['finish', 'wait', 'note', 'add-materials', 'offer-charge', 'transfer'],
  }),
  'r-long': view({
    ...row({
      id: 'r-long',
      state: 'waiting',
      paused: true,
      placeLabel: '一诺花园南区地下二层机动车库 B2-1187 号车位旁消防栓箱与排水沟交界处',
      description:
        '地下车库靠近出口的排水沟一直往外冒水，旁边的墙皮已经泡掉了一大片，车开过去会溅到行人，早上上班高峰特别危险，麻烦尽快安排人来看一下，最好把沟盖板也一起换掉，谢谢师傅。'.repeat(
          2,
        ),
      assignee: { id: 's-9', name: '欧阳振华·买买提' },
    }),
    clocks: [clock({ name: 'resolve', state: 'paused', pausedAt: at(-30), pausedBecause: '等配件' })],
    nextStep: '正在等配件：厂家明天上午送到，到货后当天继续处理，计时已暂停。',
    allowedActions: ['note', 'reopen', 'cancel'],
  }),
  'r-offer': view({ ...row({ id: 'r-offer' }), allowedActions: ['accept', 'decline', 'transfer'] }),
}

export const work: RepairRow[] = [
  row({ id: 'r-offer' }),
  row({
    id: 'r-late',
    state: 'accepted',
    category: 'drainage',
    urgency: 'routine',
    dueAt: at(-25),
    late: true,
    dueClock: 'resolve',
    placeLabel: '5号楼1单元1203',
    description: '卫生间地漏返味、下水慢',
  }),
  row({
    id: 'r-long',
    state: 'waiting',
    category: 'taps',
    urgency: 'routine',
    paused: true,
    placeLabel: '1号楼3单元402',
    description: '厨房龙头换芯，等配件',
  }),
  row({
    id: 'r-free',
    state: 'reported',
    category: 'power',
    urgency: 'emergency',
    assignee: null,
    dueAt: at(8),
    placeLabel: '2号楼1单元大堂',
    description: '大堂照明全灭，配电箱有焦味',
  }),
]

const context: CodeContext = {
  kind: 'asset',
  communityId: 'c-1',
  communityName: '一诺花园',
  hotline: home.hotline,
  propertyType: 'residential',
  place: { kind: 'asset', id: 'p-7', label: '3号楼2单元 2号客梯' },
  promise: '紧急报修 15 分钟内有人接单，电梯困人 30 分钟内到场',
}

const board = {
  id: 'n-1',
  communityId: 'c-1',
  category: 'safety' as const,
  title: '冬季防火提示',
  urgent: false,
  pinned: true,
  publishedAt: at(-300),
  corrected: true,
  hasFiles: false,
  unread: true,
}
const notices: BoardNoticeRow[] = [{ ...board, excerpt: '电动车请勿推入楼内充电' }]
const editions = [
  {
    number: 2,
    title: '冬季防火提示',
    body: '# 请您留意\n- 电动车请勿推入楼内充电',
    note: '补充充电位',
    publishedAt: at(-200),
    files: [],
  },
  { number: 1, title: '防火提示', body: '请勿推入楼内', note: '', publishedAt: at(-300), files: [] },
]
const notice: BoardNotice = {
  ...board,
  communityName: '一诺花园',
  body: editions[0]!.body,
  withdrawn: false,
  withdrawnBecause: null,
  files: [],
  editions,
}
const outage: BoardOutage = {
  id: 'o-1',
  communityId: 'c-1',
  communityName: '一诺花园',
  hotline: '010-8000 1234',
  service: 'water',
  scope: '3号楼2单元',
  cause: '水管抢修',
  urgent: false,
  state: 'announced',
  startsAt: at(-60),
  expectedUntil: at(120),
  recoveredAt: null,
  createdAt: at(-60),
  overdue: false,
  updates: [{ id: 'p-1', kind: 'announced', text: '正在抢修', expectedUntil: at(120), writtenByName: '前台', at: at(-60) }],
}

const messages: InboxMessage[] = [
  {
    id: 'm-1',
    communityId: 'c-1',
    kind: 'repair.done',
    title: '维修完成待确认',
    body: '楼道灯已修好，请您确认并评价。',
    caseId: 'r-done',
    repairId: 'r-done',
    aboutId: null,
    sentAt: at(-30),
    readAt: null,
  },
  {
    id: 'm-2',
    communityId: 'c-1',
    kind: 'repair.accepted',
    title: '报修已接单',
    body: '张建国已接单（漏水渗水），预计 20 分钟到。',
    caseId: 'r-1',
    repairId: 'r-1',
    aboutId: null,
    sentAt: at(-80),
    readAt: null,
  },
  {
    id: 'm-3',
    communityId: 'c-1',
    kind: 'residence.approved',
    title: '房屋绑定已通过',
    body: '您已绑定 一诺花园 3号楼2单元601。',
    caseId: null,
    repairId: null,
    aboutId: null,
    sentAt: at(-4000),
    readAt: at(-3900),
  },
]

const application: ResidenceApplication = {
  id: 'ra-1',
  communityId: 'c-1',
  communityName: '一诺花园',
  unitLabel: '2号楼1单元502',
  role: 'tenant',
  name: '林晓梅',
  phoneMasked: '138****0001',
  note: null,
  files: [],
  state: 'rejected',
  matchesArchive: false,
  createdAt: at(-3000),
  decidedAt: at(-2000),
  decisionReason: '租赁合同照片看不清，请补拍最后一页（有签字的那页）。',
}

export const invitationToken = `i${'x'.repeat(22)}`

const invitation: Invitation = {
  inviterName: '林晓梅',
  communityId: 'c-1',
  communityName: '一诺花园',
  hotline: home.hotline,
  unitId: 'u-601',
  unitLabel: '3号楼2单元601',
  role: 'tenant',
  name: '陈新',
  validUntil: '2027-06-30',
  expiresAt: at(6 * 1440),
}

const household: HouseholdMembers = {
  communityId: 'c-1',
  communityName: '一诺花园',
  unitId: 'u-601',
  unitLabel: '3号楼2单元601',
  isOwner: true,
  members: [
    { id: 'h-1', name: '林晓梅', phoneMasked: '138****0001', role: 'owner', validUntil: null, isMe: true, isJoined: true },
    { id: 'h-2', name: '林小宝', phoneMasked: '137****0002', role: 'family', validUntil: null, isMe: false, isJoined: true },
    {
      id: 'h-3',
      name: '欧阳振华·买买提',
      phoneMasked: '136****0003',
      role: 'tenant',
      validUntil: '2027-06-30',
      isMe: false,
      isJoined: false,
    },
  ],
  invitations: [
    { id: 'i-1', name: '陈新', role: 'tenant', validUntil: '2027-06-30', expiresAt: at(6 * 1440), token: invitationToken },
  ],
}

export interface CannedRequest {
  method: string
  path: string
  body: unknown
  headers: Record<string, string>
}

export interface CannedAnswer {
  status: number
  body: unknown
}

const ok = (body: unknown): CannedAnswer => ({ status: 200, body })
const page = <T>(items: T[]) => ok({ items, nextCursor: null })
const problem = (status: number, code: string, detail: string): CannedAnswer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail, traceId: 'canned' },
})

/** Answers as the server would, from fixed facts. For tests and for looking at screens only. */
export function cannedServer(me: Me, change: { empty?: boolean } = {}) {
  const seen: CannedRequest[] = []
  const wechat = { paid: false }
  const answer = (request: CannedRequest): CannedAnswer => {
    seen.push(request)
    const path = request.path.replace(/^\/api/, '').replace(/\?.*$/, '')
    const route = `${request.method} ${path}`
    const money = change.empty ? undefined : moneyAnswer(route, () => wechat.paid)
    if (money) return ok(money)
    const repair = /^\/communities\/[^/]+\/repairs\/([^/]+)$/.exec(path)?.[1]
    if (request.method === 'GET' && repair)
      return views[repair] ? ok(views[repair]) : problem(404, 'NOT_FOUND', '没有找到，可能已被删除或您无权查看。')
    if (request.method === 'POST' && /\/repairs\/[^/]+\/[^/]+$/.test(path))
      return ok({ id: 'r-1', communityId: 'c-1', number: 'BX20261121-0037', state: 'accepted', version: 3 })
    if (request.method === 'POST' && path.endsWith('/read')) return { status: 204, body: undefined }
    if (/^\/codes\//.test(path)) {
      if (path.endsWith('expired')) return problem(410, 'CODE_EXPIRED', '这个二维码已过期，请扫描新的二维码或联系前台。')
      return path.endsWith('unknown')
        ? problem(404, 'CODE_UNKNOWN', '这个二维码不是本系统的，请扫描小区张贴的二维码。')
        : ok(context)
    }
    if (path.startsWith('/invitations/'))
      return path.includes(invitationToken)
        ? ok(invitation)
        : problem(410, 'INVITATION_EXPIRED', '这个邀请已过期，请让邀请您的人重新发一次。')
    switch (route) {
      case 'GET /communities/c-1/household-members':
        return ok(household)
      case 'POST /communities/c-1/invitations':
        return { status: 201, body: household.invitations[0] }
      case 'GET /communities/c-1/invitations/i-1/code':
        return ok({ picture: photo('#ffffff', '#0F6B57') })
      case 'POST /sessions/wechat':
        return ok({ token: 't', expiresAt: at(600), me })
      case 'GET /me':
      case 'PUT /communities/c-1/duty':
      case 'PUT /me/preferences':
      case 'POST /me/phone':
        return ok(me)
      case 'GET /me/repairs':
        return page(
          change.empty ? [] : [row(), row({ ...views['r-done'] }), row({ ...views['r-late'] }), row({ ...views['r-closed'] })],
        )
      case 'GET /communities/c-1/document-categories':
        return ok({ items: change.empty ? [] : documentCategories, editsCompanyWide: false })
      case 'GET /communities/c-1/documents':
        return page(change.empty ? [] : documents)
      case 'GET /me/posts':
        return ok(change.empty ? [] : posts)
      case 'GET /me/work':
        return page(change.empty ? [] : work)
      case 'GET /me/messages':
        return page(change.empty ? [] : messages)
      case 'GET /me/notices':
        return page(change.empty ? [] : notices)
      case 'GET /me/notices/n-1':
        return ok(notice)
      case 'GET /me/outages':
        return ok(change.empty ? [] : [outage])
      case 'GET /me/outages/o-1':
        return ok(outage)
      case 'GET /me/subscriptions':
      case 'POST /me/subscriptions':
        return ok([
          { template: 'repair-progress', templateId: 'tmpl-1', title: '报修进度通知', grantsLeft: 2 },
          { template: 'repair-finished', templateId: 'tmpl-2', title: '维修完成通知', grantsLeft: 0 },
          { template: 'work-assigned', templateId: 'tmpl-3', title: '新工单提醒', grantsLeft: 1 },
        ])
      case 'GET /me/residence-applications':
        return ok(change.empty ? [] : [application])
      case 'GET /communities/c-1/repair-options':
        return ok({
          standardName: 'B 物业服务质量目标承诺',
          promises: [
            {
              urgency: 'emergency',
              sentence: '15 分钟内有人接单并赶到现场',
              respondWithinMinutes: 15,
              resolveWithinMinutes: 1440,
              closedThisMonth: 42,
              onTimeThisMonth: 41,
            },
            {
              urgency: 'urgent',
              sentence: '15 分钟内有人接单，24 小时内修好',
              respondWithinMinutes: 15,
              resolveWithinMinutes: 1440,
              closedThisMonth: 42,
              onTimeThisMonth: 41,
            },
            {
              urgency: 'routine',
              sentence: '30 分钟内有人接单，48 小时内修好；小修不过夜',
              respondWithinMinutes: 30,
              resolveWithinMinutes: 2880,
              closedThisMonth: 42,
              onTimeThisMonth: 41,
            },
          ],
        })
      case 'GET /communities/c-1/places':
        return ok([
          { kind: 'building', id: 'b-3', label: '3号楼', buildingId: null, x: 1, y: 1 },
          { kind: 'building', id: 'b-5', label: '5号楼', buildingId: null, x: 1, y: 1 },
          { kind: 'area', id: 'p-1', label: '中心花园', buildingId: null, x: 1, y: 1 },
          { kind: 'asset', id: 'p-7', label: '3号楼2单元 2号客梯', buildingId: 'b-3', x: 1, y: 1 },
        ])
      case 'GET /communities/c-1/rooms':
        return ok({ buildings: [{ id: 'b-3', name: '3号楼' }], units: [{ id: 'u-601', label: '3号楼2单元601' }] })
      case 'POST /communities/c-1/repairs':
        return { status: 201, body: { id: 'r-1', communityId: 'c-1', number: 'BX20261121-0037', state: 'reported', version: 1 } }
      case 'POST /files':
        return { status: 201, body: before }
      default:
        return problem(404, 'NOT_FOUND', `没有找到（${route}）`)
    }
  }
  return { answer, seen, wechat }
}
