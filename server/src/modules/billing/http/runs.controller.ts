import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { reverseRun } from '../actions/reverse-run.ts'
import { resumeRun, startRun } from '../actions/start-run.ts'
import { listRuns, readRun } from '../queries/list-runs.ts'
import { previewRun } from '../queries/preview-run.ts'
import { BillRunPage, BillRunView, PreviewQuery, ReverseRun, RunPreview, RunWish } from './runs.dto.ts'

const mayRead = { permission: 'billing.read' } as const
const mayRun = { permission: 'billing.run' } as const

@ApiTags('billing')
@Controller('communities/:communityId')
export class RunsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('bill-runs')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: BillRunPage })
  listBillRuns(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PageQuery,
  ): Promise<BillRunPage> {
    return listRuns(this.#database, act, communityId, query)
  }

  @Get('bill-run-preview')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: RunPreview })
  previewBillRun(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: PreviewQuery,
  ): Promise<RunPreview> {
    return previewRun(this.#database, act, communityId, query)
  }

  @Post('bill-runs')
  @CalledBy(mayRun)
  @Idempotent()
  @ApiCreatedResponse({ type: BillRunView })
  async startBillRun(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: RunWish,
  ): Promise<BillRunView> {
    const id = await this.#database.write(act, (tx) => startRun(tx, act, communityId, body))
    return readRun(this.#database, act, communityId, id)
  }

  @Get('bill-runs/:id')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: BillRunView })
  readBillRun(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<BillRunView> {
    return readRun(this.#database, act, communityId, id)
  }

  @Post('bill-runs/:id/resume')
  @CalledBy(mayRun)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: BillRunView })
  async resumeBillRun(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<BillRunView> {
    await this.#database.write(act, (tx) => resumeRun(tx, act, communityId, id))
    return readRun(this.#database, act, communityId, id)
  }

  @Post('bill-runs/:id/reverse')
  @CalledBy(mayRun)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: BillRunView })
  async reverseBillRun(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReverseRun,
  ): Promise<BillRunView> {
    await this.#database.write(act, (tx) => reverseRun(tx, act, communityId, id, body))
    return readRun(this.#database, act, communityId, id)
  }
}
