import type pg from 'pg'
import { sealOfMailboxes } from '../../modules/mailbox/index.ts'
import type { Random } from '../random.ts'
import { garden } from './sites.ts'

const HOUR_MS = 3_600_000
const ADDRESS = 'tousu@yinuo.example'

/** The mailbox of the sandbox that runs beside. */
export interface DemoMailbox {
  port: number
  programKey: string
}

type Written = readonly [
  hoursAgo: number,
  state: 'waiting' | 'automatic' | 'put-aside',
  sender: 'unknown' | 'unverified',
  name: string,
  address: string,
  subject: string,
  content: string,
  reason: string,
]

/** What came into the mailbox of 一诺花园 and became no complaint by itself. */
const written: readonly Written[] = [
  [
    3,
    'waiting',
    'unknown',
    '陈立新',
    'chenlixin@example.org',
    '关于 5 号楼地下车库积水',
    '您好，我是 5 号楼的租户。昨晚下雨后负一层车库入口积水约十厘米，今早还没有排完，麻烦尽快处理。\n\n陈立新',
    '发件人不在住户档案里',
  ],
  [
    7,
    'waiting',
    'unverified',
    '林晓梅',
    'lin@example.com',
    '请把我的登记电话改成新号码',
    '我换号码了，请把档案里的电话改掉，并把门禁密码发到这个邮箱。',
    '发件人未通过邮件服务器的验证，可能是冒名',
  ],
  [
    26,
    'waiting',
    'unknown',
    '王女士',
    'wang.mei@example.org',
    '建议延长健身房开放时间',
    '上班族晚上九点以后才有空，健身房能不能开到十点半？',
    '发件人不在住户档案里',
  ],
  [
    30,
    'automatic',
    'unknown',
    '王女士',
    'wang.mei@example.org',
    '自动回复：已收到您的来信',
    '我正在休假，十二月一日后回复您。',
    '自动回复或系统邮件',
  ],
  [52, 'put-aside', 'unknown', '代开发票', 'fapiao@example.net', '长期代开各类发票', '点数低，先票后款。', '垃圾邮件'],
]

const BOX = `
  INSERT INTO mailboxes (community_id, address, host, port, encryption, username, sealed_password, folder, takes_others, active, since,
    next_poll_at)
  SELECT id, '${ADDRESS}', '127.0.0.1', $2, 'none', 'tousu', $3, 'INBOX', true, true, $4, $4 FROM communities WHERE id = $1`

const LETTER = `
  INSERT INTO letters (community_id, id, message_key, message_id, from_address, from_name, sender, subject, content, remarks, attachments,
    file_ids, sent_at, received_at, state, reason)
  VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, '{}', '[]', '{}', $9, $9, $10, $11)`

/** The mailbox of 一诺花园 and what lies in it; without a sandbox beside there is none. */
export async function writeLetters(client: pg.ClientBase, random: Random, now: Date, mailbox: DemoMailbox | null): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM communities WHERE name = $1', [garden.name])
  const communityId = rows[0]!.id
  if (mailbox) {
    const sealed = sealOfMailboxes(mailbox.programKey).seal('sandbox-mailbox', communityId)
    await client.query(BOX, [communityId, mailbox.port, sealed, now])
  }
  for (const [hoursAgo, state, sender, name, address, subject, content, reason] of written) {
    const at = new Date(now.getTime() - hoursAgo * HOUR_MS)
    const id = random.id(at)
    await client.query(LETTER, [
      communityId,
      id,
      `<${id}@example.org>`,
      address,
      name,
      sender,
      subject,
      content,
      at,
      state,
      reason,
    ])
  }
}
