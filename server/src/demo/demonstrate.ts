import type pg from 'pg'
import type { FileStore } from '../platform/files/index.ts'
import { fillArchive } from './company/archive.ts'
import { billHomes } from './company/bills.ts'
import { keepAccounts } from './company/books.ts'
import { hangBoxes } from './company/boxes.ts'
import { tellChannels } from './company/channels.ts'
import { tellComplaints } from './company/complaints.ts'
import { tellConversations } from './company/conversations.ts'
import { keepCounter } from './company/counter.ts'
import { publishAccounts } from './company/disclosures.ts'
import { fileDocuments } from './company/documents.ts'
import { foundCompany } from './company/found-company.ts'
import { improve } from './company/improvements.ts'
import { writeLetters, type DemoMailbox } from './company/letters.ts'
import { takeMoney, type DemoPay } from './company/merchant.ts'
import { reconcileYesterday } from './company/reconciliation.ts'
import { holdMeetings } from './company/meetings.ts'
import { hangNotices } from './company/notices.ts'
import { askForPrivacy } from './company/privacy.ts'
import { promiseServices } from './company/services.ts'
import { visitHouseholds } from './company/visits.ts'
import { Album, drawPictures } from './history/pictures.ts'
import { tellHistory } from './history/tell-history.ts'
import { Random } from './random.ts'
import { Rows } from './rows.ts'

/** Changing it tells another story. */
const SEED = 20260301

/**
 * Founds 一诺物业 in an empty database, in one transaction; two starters at once found it once.
 * @returns what was loaded, or null where there is a company already
 */
export async function demonstrate(
  client: pg.Client,
  {
    now,
    store,
    mailbox = null,
    pay = null,
    programKey = null,
  }: { now: Date; store: FileStore | null; mailbox?: DemoMailbox | null; pay?: DemoPay | null; programKey?: string | null },
): Promise<{ units: number; cases: number } | null> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('yinuo demonstration'))`)
    const { rowCount } = await client.query('SELECT 1 FROM companies LIMIT 1')
    if (rowCount) {
      await client.query('ROLLBACK')
      return null
    }
    const rows = await tell(now, store)
    await rows.insert(client)
    await fileDocuments(client, now, store)
    await tellChannels(client)
    await tellConversations(client, new Random(SEED + 5), now)
    await hangNotices(client, new Random(SEED + 7), now)
    await tellComplaints(client, new Random(SEED + 21), now)
    await hangBoxes(client, new Random(SEED + 29), now)
    await holdMeetings(client, new Random(SEED + 26), now)
    await improve(client, new Random(SEED + 28), now)
    await visitHouseholds(client, new Random(SEED + 27), now)
    await writeLetters(client, new Random(SEED + 30), now, mailbox)
    await takeMoney(client, now, pay)
    await reconcileYesterday(client, now)
    await billHomes(client, new Random(SEED + 36), now)
    await keepCounter(client, now)
    await keepAccounts(client, new Random(SEED + 38), now, store)
    await publishAccounts(client, new Random(SEED + 40), now, programKey)
    await client.query('COMMIT')
    // What was told at once is unknown to the planner until it is looked at: the first questions would run for minutes.
    await client.query('ANALYZE')
    return { units: rows.of('units').length, cases: rows.of('cases').length }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function tell(now: Date, store: FileStore | null): Promise<Rows> {
  const rows = new Rows()
  const random = new Random(SEED)
  // Of their own, so that the story is the same where nothing can be drawn.
  const ofPictures = new Random(SEED + 1)
  const drawn = store ? await drawPictures(store) : []
  for (const community of await foundCompany(rows, random, now)) {
    const album = new Album(rows, ofPictures, community, drawn, now)
    tellHistory({ rows, random, community, album, now })
  }
  fillArchive(rows, new Random(SEED + 2), now)
  promiseServices(rows, new Random(SEED + 3), now)
  askForPrivacy(rows, new Random(SEED + 4), now)
  return rows
}
