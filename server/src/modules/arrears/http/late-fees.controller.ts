import { Controller, Get } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { lateFeeSoFar, ownLateFeeSoFar } from '../queries/late-fee-so-far.ts'
import { LateFeeNow } from './arrears.dto.ts'

/** What being late with a bill costs so far, for the office and for whose bill it is. */
@ApiTags('arrears')
@Controller()
export class LateFeesController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('communities/:communityId/bills/:id/late-fee')
  @CalledBy({ permission: 'billing.read' })
  @ApiOkResponse({ type: LateFeeNow })
  readLateFee(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<LateFeeNow> {
    return lateFeeSoFar(this.#database, act, communityId, id)
  }

  @Get('me/bills/:id/late-fee')
  @CalledBy('signed-in')
  @ApiOkResponse({ type: LateFeeNow })
  readMyLateFee(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<LateFeeNow> {
    return ownLateFeeSoFar(this.#database, act, id)
  }
}
