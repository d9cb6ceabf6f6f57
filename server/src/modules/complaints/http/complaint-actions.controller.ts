import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import {
  acceptSolution,
  archiveComplaint,
  assignComplaint,
  type Doing,
  escalateComplaint,
  finishComplaint,
  followUpComplaint,
  investigateComplaint,
  markComplex,
  proposeSolution,
  rateComplaint,
  rejectSolution,
  talkOfComplaint,
  withdrawComplaint,
} from '../actions/move-complaint.ts'
import { AuthorSeal } from '../author-seal.ts'
import {
  AcceptSolutionComplaintBody,
  ArchiveComplaintBody,
  AssignComplaintBody,
  ComplaintReceipt,
  EscalateComplaintBody,
  FinishComplaintBody,
  FollowUpComplaintBody,
  InvestigateComplaintBody,
  MarkComplexComplaintBody,
  ProposeComplaintBody,
  RateComplaintBody,
  RejectSolutionComplaintBody,
  TalkComplaintBody,
  WithdrawComplaintBody,
} from './complaints.dto.ts'

/** One route per action; who may take it in which state is the procedure's to say. */
@ApiTags('complaints')
@Controller('communities/:communityId/complaints/:id')
export class ComplaintActionsController {
  readonly #database: Database
  readonly #seal: AuthorSeal

  constructor(database: Database, seal: AuthorSeal) {
    this.#database = database
    this.#seal = seal
  }

  @Post('assign')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.assign' }, { permission: 'complaints.supervise' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  assignComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AssignComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => assignComplaint(doing, body))
  }

  @Post('investigate')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.handle' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  investigateComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: InvestigateComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => investigateComplaint(doing, body.note))
  }

  @Post('talk')
  @HttpCode(200)
  @CalledBy(
    'resident',
    { permission: 'complaints.handle' },
    { permission: 'complaints.assign' },
    { permission: 'complaints.supervise' },
  )
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  talkOfComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: TalkComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, null, (doing) => talkOfComplaint(doing, body))
  }

  @Post('propose')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.handle' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  proposeSolution(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ProposeComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => proposeSolution(doing, body.solution))
  }

  @Post('accept-solution')
  @HttpCode(200)
  @CalledBy('resident', { permission: 'complaints.assign' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  acceptSolution(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AcceptSolutionComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => acceptSolution(doing, body.note))
  }

  @Post('reject-solution')
  @HttpCode(200)
  @CalledBy('resident', { permission: 'complaints.assign' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  rejectSolution(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RejectSolutionComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => rejectSolution(doing, body.reason))
  }

  @Post('finish')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.handle' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  finishComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: FinishComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => finishComplaint(doing, body))
  }

  @Post('rate')
  @HttpCode(200)
  @CalledBy('resident')
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  rateComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RateComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => rateComplaint(doing, body))
  }

  @Post('follow-up')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  followUpComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: FollowUpComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => followUpComplaint(doing, body))
  }

  @Post('escalate')
  @HttpCode(200)
  @CalledBy('resident', { permission: 'complaints.assign' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  escalateComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EscalateComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => escalateComplaint(doing, body.reason))
  }

  @Post('mark-complex')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.supervise' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  markComplex(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: MarkComplexComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => markComplex(doing, body.reason))
  }

  @Post('archive')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.supervise' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  archiveComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ArchiveComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => archiveComplaint(doing))
  }

  @Post('withdraw')
  @HttpCode(200)
  @CalledBy('resident', { permission: 'complaints.assign' })
  @Idempotent()
  @ApiOkResponse({ type: ComplaintReceipt })
  withdrawComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: WithdrawComplaintBody,
  ): Promise<ComplaintReceipt> {
    return this.#act(act, communityId, id, body.version, (doing) => withdrawComplaint(doing, body.reason))
  }

  /** The request of somebody with a phone is kept under no account: its answer names the case, which may be unnamed. */
  #act(
    act: CallerAct,
    communityId: string,
    id: string,
    version: number | null,
    work: (doing: Doing) => Promise<ComplaintReceipt>,
  ): Promise<ComplaintReceipt> {
    const { account } = act.caller
    const request = account ? this.#seal.unnamedRequest(act, account.id) : act
    return this.#database.write(request, (tx) => work({ tx, act, seal: this.#seal, ref: { communityId, id, version } }))
  }
}
