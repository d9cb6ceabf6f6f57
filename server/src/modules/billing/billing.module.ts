import { Module, type OnModuleInit } from '@nestjs/common'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { RUN_WISHED } from './actions/start-run.ts'
import { BillsController } from './http/bills.controller.ts'
import { ChargesController } from './http/charges.controller.ts'
import { ExemptionsController } from './http/exemptions.controller.ts'
import { MetersController } from './http/meters.controller.ts'
import { OwnBillsController } from './http/own-bills.controller.ts'
import { RunsController } from './http/runs.controller.ts'
import { SharedCostsController } from './http/shared-costs.controller.ts'
import { UnitAccountsController } from './http/unit-accounts.controller.ts'
import { billAgreedRepair } from './jobs/follow-repairs.ts'
import { makeBills, MakeBills } from './jobs/make-bills.ts'

@Module({
  controllers: [
    BillsController,
    ChargesController,
    ExemptionsController,
    MetersController,
    OwnBillsController,
    RunsController,
    SharedCostsController,
    UnitAccountsController,
  ],
  providers: [MakeBills],
})
export class BillingModule implements OnModuleInit {
  readonly #runs: MakeBills
  readonly #jobs: Jobs
  readonly #outbox: OutboxRelay

  constructor(runs: MakeBills, jobs: Jobs, outbox: OutboxRelay) {
    this.#runs = runs
    this.#jobs = jobs
    this.#outbox = outbox
  }

  onModuleInit(): void {
    this.#jobs.handle(makeBills, (ref) => this.#runs.run(ref))
    this.#outbox.on(RUN_WISHED, (tx, _act, { id, communityId, payload }) =>
      this.#jobs.enqueue(tx, makeBills, [{ businessKey: id, payload: { communityId, runId: payload.runId as string } }]),
    )
    this.#outbox.on('case.moved', billAgreedRepair)
  }
}
