import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { acceptRepair } from '../actions/accept-repair.ts'
import { agreeCharge, offerCharge, refuseCharge } from '../actions/charge-for-repair.ts'
import { dispatchRepair } from '../actions/dispatch-repair.ts'
import { archiveRepair, cancelRepair, confirmRepair, recordVisit, reopenRepair } from '../actions/end-repair.ts'
import { declineRepair, transferRepair } from '../actions/give-back-repair.ts'
import type { RepairRef } from '../actions/take-action.ts'
import { resumeRepair, waitWithRepair } from '../actions/wait-with-repair.ts'
import { addMaterials, arriveForRepair, finishRepair, noteProgress } from '../actions/work-on-repair.ts'
import {
  RepairReceipt,
  AcceptRepairBody,
  AddMaterialsRepairBody,
  AgreeChargeRepairBody,
  ArchiveRepairBody,
  ArriveRepairBody,
  CancelRepairBody,
  ConfirmRepairBody,
  DeclineRepairBody,
  DispatchRepairBody,
  FinishRepairBody,
  NoteRepairBody,
  OfferChargeRepairBody,
  RefuseChargeRepairBody,
  ReopenRepairBody,
  ResumeRepairBody,
  TransferRepairBody,
  VisitRepairBody,
  WaitRepairBody,
} from './repairs.dto.ts'

/** One route per action; who may take it in which state is the procedure's to say. */
@ApiTags('repairs')
@Controller('communities/:communityId/repairs/:id')
export class RepairActionsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Post('dispatch')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.dispatch' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  dispatchRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: DispatchRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => dispatchRepair(tx, act, ref, body.staffId))
  }

  @Post('accept')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  acceptRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AcceptRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => acceptRepair(tx, act, ref))
  }

  @Post('decline')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  declineRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: DeclineRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => declineRepair(tx, act, ref, body.reason))
  }

  @Post('transfer')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  transferRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: TransferRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => transferRepair(tx, act, ref, body.staffId, body.reason))
  }

  @Post('arrive')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  arriveForRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ArriveRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => arriveForRepair(tx, act, ref, body.fileIds))
  }

  @Post('wait')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  waitWithRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: WaitRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => waitWithRepair(tx, act, ref, body))
  }

  @Post('resume')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  resumeRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ResumeRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => resumeRepair(tx, act, ref))
  }

  @Post('note')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' }, { permission: 'repairs.dispatch' }, { permission: 'repairs.report' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  noteProgress(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NoteRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => noteProgress(tx, act, ref, body))
  }

  @Post('add-materials')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  addMaterials(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AddMaterialsRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => addMaterials(tx, act, ref, body.materials))
  }

  @Post('offer-charge')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  offerCharge(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: OfferChargeRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => offerCharge(tx, act, ref, body.lines))
  }

  @Post('agree-charge')
  @HttpCode(200)
  @CalledBy('resident')
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  agreeCharge(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AgreeChargeRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => agreeCharge(tx, act, ref))
  }

  @Post('refuse-charge')
  @HttpCode(200)
  @CalledBy('resident')
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  refuseCharge(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RefuseChargeRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => refuseCharge(tx, act, ref, body.reason))
  }

  @Post('finish')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.work' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  finishRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: FinishRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => finishRepair(tx, act, ref, body))
  }

  @Post('confirm')
  @HttpCode(200)
  @CalledBy('resident')
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  confirmRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ConfirmRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => confirmRepair(tx, act, ref, body))
  }

  @Post('reopen')
  @HttpCode(200)
  @CalledBy('resident', { permission: 'repairs.report' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  reopenRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReopenRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => reopenRepair(tx, act, ref, body))
  }

  @Post('cancel')
  @HttpCode(200)
  @CalledBy('resident', { permission: 'repairs.report' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  cancelRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: CancelRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => cancelRepair(tx, act, ref, body.reason))
  }

  @Post('visit')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.report' }, { permission: 'repairs.supervise' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  recordVisit(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: VisitRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => recordVisit(tx, act, ref, body))
  }

  @Post('archive')
  @HttpCode(200)
  @CalledBy({ permission: 'repairs.supervise' })
  @Idempotent()
  @ApiOkResponse({ type: RepairReceipt })
  archiveRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ArchiveRepairBody,
  ): Promise<RepairReceipt> {
    return this.#act(act, communityId, id, body, (tx, ref) => archiveRepair(tx, act, ref))
  }

  #act(
    act: CallerAct,
    communityId: string,
    id: string,
    body: { version: number },
    action: (tx: EntityManager, ref: RepairRef) => Promise<RepairReceipt>,
  ): Promise<RepairReceipt> {
    return this.#database.write(act, (tx) => action(tx, { communityId, id, version: body.version }))
  }
}
