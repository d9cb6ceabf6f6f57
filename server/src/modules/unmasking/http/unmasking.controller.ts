import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { unmaskPerson, withinGrounds } from '../actions/unmask-person.ts'
import { Unmask, Unmasked } from './unmasking.dto.ts'

@ApiTags('unmasking')
@Controller('communities/:communityId/unmaskings')
export class UnmaskingController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Post()
  @CalledBy({ permission: 'archive.unmask' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: Unmasked })
  unmaskPerson(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Body() body: Unmask): Promise<Unmasked> {
    const within = withinGrounds(act, communityId, body.subject)
    return this.#database.write(within, (tx) => unmaskPerson(tx, within, communityId, body))
  }
}
