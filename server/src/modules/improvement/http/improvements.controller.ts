import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { checkImprovement, editImprovement, finishImprovement, startImprovement } from '../actions/move-improvement.ts'
import { acceptProposal, dismissProposal, openImprovement } from '../actions/open-improvement.ts'
import { improvementNumbers, listImprovements, listOwners, readImprovement } from '../queries/improvements.ts'
import { listProposals, readProposal } from '../queries/proposals.ts'
import {
  AcceptProposal,
  CheckedImprovement,
  DismissProposal,
  EditedImprovement,
  ImprovementNumbers,
  ImprovementOwner,
  ImprovementPage,
  ImprovementQuery,
  ImprovementView,
  MovedImprovement,
  NewImprovement,
  ProposalPage,
  ProposalQuery,
  ProposalView,
} from './improvements.dto.ts'

/** What repeats, and what is done about it. */
@ApiTags('improvement')
@Controller('communities/:communityId')
export class ImprovementsController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('improvement-numbers')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: ImprovementNumbers })
  improvementNumbers(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ImprovementNumbers> {
    return improvementNumbers(this.#database, act, communityId)
  }

  @Get('improvement-owners')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: [ImprovementOwner] })
  listImprovementOwners(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ImprovementOwner[]> {
    return listOwners(this.#database, act, communityId)
  }

  @Get('improvement-proposals')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: ProposalPage })
  listImprovementProposals(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: ProposalQuery,
  ): Promise<ProposalPage> {
    return listProposals(this.#database, act, communityId, query)
  }

  @Get('improvement-proposals/:id')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: ProposalView })
  readImprovementProposal(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ProposalView> {
    return readProposal(this.#database, act, communityId, id)
  }

  @Post('improvement-proposals/:id/accept')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: ImprovementView })
  async acceptImprovementProposal(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AcceptProposal,
  ): Promise<ImprovementView> {
    const improvementId = await this.#database.write(act, (tx) => acceptProposal(tx, act, communityId, id, body))
    return readImprovement(this.#database, this.#links, act, communityId, improvementId)
  }

  @Post('improvement-proposals/:id/dismiss')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalView })
  async dismissImprovementProposal(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: DismissProposal,
  ): Promise<ProposalView> {
    await this.#database.write(act, (tx) => dismissProposal(tx, act, communityId, id, body))
    return readProposal(this.#database, act, communityId, id)
  }

  @Get('improvements')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: ImprovementPage })
  listImprovements(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: ImprovementQuery,
  ): Promise<ImprovementPage> {
    return listImprovements(this.#database, act, communityId, query)
  }

  @Post('improvements')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: ImprovementView })
  async openImprovement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewImprovement,
  ): Promise<ImprovementView> {
    const id = await this.#database.write(act, (tx) => openImprovement(tx, act, communityId, body))
    return readImprovement(this.#database, this.#links, act, communityId, id)
  }

  @Get('improvements/:id')
  @CalledBy({ permission: 'improvement.read' })
  @ApiOkResponse({ type: ImprovementView })
  readImprovement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ImprovementView> {
    return readImprovement(this.#database, this.#links, act, communityId, id)
  }

  @Put('improvements/:id')
  @CalledBy({ permission: 'improvement.edit' })
  @ApiOkResponse({ type: ImprovementView })
  editImprovement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedImprovement,
  ): Promise<ImprovementView> {
    return this.#change(act, communityId, id, (tx) => editImprovement(tx, act, communityId, id, body))
  }

  @Post('improvements/:id/start')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImprovementView })
  startImprovement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MovedImprovement,
  ): Promise<ImprovementView> {
    return this.#change(act, communityId, id, (tx) => startImprovement(tx, act, communityId, id, body))
  }

  @Post('improvements/:id/finish')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImprovementView })
  finishImprovement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MovedImprovement,
  ): Promise<ImprovementView> {
    return this.#change(act, communityId, id, (tx) => finishImprovement(tx, act, communityId, id, body))
  }

  @Post('improvements/:id/check')
  @CalledBy({ permission: 'improvement.edit' })
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImprovementView })
  checkImprovement(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: CheckedImprovement,
  ): Promise<ImprovementView> {
    return this.#change(act, communityId, id, (tx) => checkImprovement(tx, act, communityId, id, body))
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
