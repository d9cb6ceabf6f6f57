import { Injectable } from '@nestjs/common'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { dayInChina } from '../jobs/system.ts'
import { findPerson } from '../queries/find-person.ts'
import { asked, pseudonymOf } from '../registry/person.ts'
import { ErasePerson } from './erase-person.ts'

/** An account that belongs nowhere has no office to ask and nothing to lose: it is forgotten at once. */
@Injectable()
export class EraseStranger {
  readonly #database: WorkerDatabase
  readonly #erase: ErasePerson

  constructor(database: WorkerDatabase, erase: ErasePerson) {
    this.#database = database
    this.#erase = erase
  }

  async run(act: CallerAct): Promise<void> {
    if (act.caller.staff) throw new ProblemError('PRIVACY_STAFF')
    const accountId = act.caller.account!.id
    const today = dayInChina(act.now)
    await this.#database.transaction(async (tx) => {
      const person = await findPerson(tx, { accountId, residentId: null, companyId: null }, today)
      await this.#erase.run(tx, asked(person, pseudonymOf(accountId), act.now, today))
    })
  }
}
