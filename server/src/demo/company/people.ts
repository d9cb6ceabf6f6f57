import { hash } from '@node-rs/argon2'
import type { PostCode, Skill } from '@yinuo/contracts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import type { DemoStaff } from './model.ts'
import { personName, type PhoneNumbers } from './names.ts'
import { DEMO_PASSWORD, phones } from './phones.ts'
import { readyMadePosts } from '../../modules/people/index.ts'

interface Opening {
  post: PostCode
  /** Communities by their place in the list: 0 garden, 1 plaza, 2 centre. */
  at: readonly number[]
  count?: number
  name?: string
  phone?: string
  login?: string
  openid?: string
  skills?: Skill[]
  onDuty?: boolean
}

const everywhere = [0, 1, 2] as const

/** Sixty people. Zhang Jianguo has his hands free, so that a first repair finds its way to the phone on the stage. */
const openings: readonly Opening[] = [
  { post: 'head-office', at: everywhere, name: '孙慧', login: 'hq' },
  { post: 'head-office', at: everywhere },
  { post: 'finance', at: everywhere, login: 'finance' },
  { post: 'finance', at: everywhere },

  { post: 'project-manager', at: [0], name: '陈国栋', login: 'manager' },
  {
    post: 'engineering-supervisor',
    at: [0],
    name: phones.zhou.name,
    phone: phones.zhou.phone,
    openid: phones.zhou.openid,
    login: 'supervisor',
  },
  {
    post: 'front-desk',
    at: [0],
    name: phones.he.name,
    phone: phones.he.phone,
    openid: phones.he.openid,
    login: 'frontdesk',
  },
  { post: 'front-desk', at: [0] },
  { post: 'service-supervisor', at: [0], onDuty: true },
  {
    post: 'engineer',
    at: [0],
    name: phones.zhang.name,
    phone: phones.zhang.phone,
    openid: phones.zhang.openid,
    login: 'zhangjianguo',
    skills: ['plumbing', 'electrical', 'doors', 'general'],
    onDuty: true,
  },
  { post: 'engineer', at: [0], name: '李强', skills: ['plumbing', 'masonry', 'general'], onDuty: true },
  { post: 'engineer', at: [0], name: '王海涛', skills: ['electrical', 'weak-current'], onDuty: true },
  { post: 'engineer', at: [0], name: '刘志军', skills: ['electrical', 'lift'], onDuty: true },
  { post: 'engineer', at: [0], name: '赵宇', skills: ['doors', 'weak-current', 'general'], onDuty: true },
  { post: 'engineer', at: [0], name: '吴斌', skills: ['air-conditioning', 'plumbing'], onDuty: true },
  { post: 'engineer', at: [0], name: '徐刚', skills: ['masonry', 'doors'], onDuty: false },
  { post: 'engineer', at: [0], name: '马立平', skills: ['lift', 'electrical'], onDuty: false },
  { post: 'order-supervisor', at: [0] },
  { post: 'guard', at: [0], count: 7 },
  { post: 'cleaner', at: [0], count: 5 },
  { post: 'gardener', at: [0], count: 2 },

  { post: 'project-manager', at: [1] },
  { post: 'engineering-supervisor', at: [1] },
  { post: 'front-desk', at: [1], count: 2 },
  { post: 'engineer', at: [1], skills: ['plumbing', 'general', 'masonry'], onDuty: true },
  { post: 'engineer', at: [1], skills: ['electrical', 'lift', 'weak-current'], onDuty: true },
  { post: 'engineer', at: [1], skills: ['air-conditioning', 'plumbing'], onDuty: true },
  { post: 'engineer', at: [1], skills: ['doors', 'electrical', 'general'], onDuty: false },
  { post: 'guard', at: [1], count: 5 },
  { post: 'cleaner', at: [1], count: 2 },
  { post: 'gardener', at: [1] },

  { post: 'project-manager', at: [2] },
  { post: 'engineering-supervisor', at: [2] },
  { post: 'front-desk', at: [2], count: 2 },
  { post: 'engineer', at: [2], skills: ['electrical', 'weak-current', 'lift', 'general'], onDuty: true },
  { post: 'engineer', at: [2], skills: ['air-conditioning', 'plumbing', 'doors'], onDuty: true },
  { post: 'engineer', at: [2], skills: ['plumbing', 'masonry', 'doors', 'general'], onDuty: false },
  { post: 'guard', at: [2], count: 3 },
  { post: 'cleaner', at: [2], count: 2 },
]

const alwaysOnDuty: readonly PostCode[] = ['engineering-supervisor', 'front-desk', 'project-manager']

export interface Employed extends DemoStaff {
  post: PostCode
  at: readonly number[]
}

/** Employs everybody: posts, staff, their sign-ins and who is on duty now. */
export async function employ(
  rows: Rows,
  random: Random,
  numbers: PhoneNumbers,
  company: { id: string; communityIds: readonly string[] },
  now: Date,
): Promise<Employed[]> {
  const postIds = new Map(readyMadePosts.map(({ code }) => [code, random.id(now)]))
  for (const { code, answersFor, ...post } of readyMadePosts)
    rows.add('posts', { company_id: company.id, id: postIds.get(code), code, ...post, answers_for: answersFor, version: 1 })
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const withPassword = new Set(['hq', 'manager', 'finance', 'supervisor', 'frontdesk'])
  const shiftBegan = new Date(now.getTime() - random.int(90, 200) * 60_000)

  return openings
    .flatMap((opening) => Array.from({ length: opening.count ?? 1 }, () => opening))
    .map((opening, index) => {
      const id = random.id(now)
      const login = opening.login ?? `y${String(index + 1).padStart(3, '0')}`
      const name = opening.name ?? personName(random)
      const phone = opening.phone ?? numbers.next()
      const onDuty = opening.onDuty ?? (alwaysOnDuty.includes(opening.post) || random.chance(0.4))
      const accountId = opening.openid ? random.id(now) : null
      if (accountId) rows.add('accounts', account(accountId, opening.openid!, name, phone, now))
      rows.add('staff', {
        company_id: company.id,
        id,
        account_id: accountId,
        name,
        phone,
        login,
        password_hash: withPassword.has(login) ? passwordHash : null,
        skills: opening.skills ?? [],
        active: true,
        version: 1,
      })
      const held = { company_id: company.id, staff_id: id, post_id: postIds.get(opening.post) }
      const isWide = opening.post === 'head-office'
      if (isWide) rows.add('wide_posts', held)
      for (const at of opening.at) {
        const community_id = company.communityIds[at]
        if (!isWide) rows.add('staff_posts', { ...held, community_id })
        if (onDuty) rows.add('duty_periods', { community_id, id: random.id(now), staff_id: id, since: shiftBegan })
      }
      return { id, name, skills: opening.skills ?? [], onDuty, post: opening.post, at: opening.at }
    })
}

export function account(id: string, openid: string, name: string, phone: string, now: Date, elderMode = false) {
  return { id, openid, name, phone, elder_mode: elderMode, privacy_agreed_at: now, created_at: now }
}
