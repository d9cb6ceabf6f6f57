import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { editTelling, tellOfImprovement, withdrawTelling } from '../actions/tell-of-improvement.ts'
import { readImprovement } from '../queries/improvements.ts'
import { listPublicChanges, tellingReach } from '../queries/tellings.ts'
import {
  ImprovementView,
  PublicChangePage,
  PublicChangeQuery,
  SeenImprovement,
  TellingReach,
  TellingWish,
} from './improvements.dto.ts'

/** Telling residents what changed because of what they said (IMP-04). */
@ApiTags('improvement')
@Controller()
export class TellingsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('me/changes')
  @CalledBy('signed-in')
  @ApiOkResponse({ type: PublicChangePage })
  listMyChanges(@CurrentCaller() act: CallerAct, @Query() query: PublicChangeQuery): Promise<PublicChangePage> {
    return listPublicChanges(this.#database, this.#links, act, query)
  }

  @Get('communities/:communityId/improvements/:id/telling-reach')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: TellingReach })
  countTellingReach(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<TellingReach> {
    return tellingReach(this.#database, act, communityId, id)
  }

  @Post('communities/:communityId/improvements/:id/tell')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImprovementView })
  tellOfImprovement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: TellingWish,
  ): Promise<ImprovementView> {
    return this.#change(act, communityId, id, (tx) => tellOfImprovement(tx, act, communityId, id, body))
  }

  @Put('communities/:communityId/improvements/:id/telling')
  @CalledBy({ permission: 'improvement.edit' })
  @ApiOkResponse({ type: ImprovementView })
  editTelling(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: TellingWish,
  ): Promise<ImprovementView> {
    return this.#change(act, communityId, id, (tx) => editTelling(tx, act, communityId, id, body))
  }

  @Post('communities/:communityId/improvements/:id/withdraw-telling')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImprovementView })
  withdrawTelling(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenImprovement,
  ): Promise<ImprovementView> {
    return this.#change(act, communityId, id, (tx) => withdrawTelling(tx, act, communityId, id, body))
  }

  async #change(
    act: CallerAct,
    communityId: string,
    id: string,
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<ImprovementView> {
    await this.#database.write(act, change)
    return readImprovement(this.#database, this.#links, act, communityId, id)
  }
}
