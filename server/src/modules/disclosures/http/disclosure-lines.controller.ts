import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, holds, type CallerAct } from '../../access/index.ts'
import { answerQuestion } from '../actions/questions.ts'
import { addVouchers, removeVoucher } from '../actions/vouchers.ts'
import { listLines } from '../queries/list-lines.ts'
import { listQuestions } from '../queries/list-questions.ts'
import { readDisclosure } from '../queries/read-disclosure.ts'
import {
  AddVouchers,
  AnswerDisclosure,
  DisclosureLinePage,
  DisclosureLineQuery,
  DisclosureQuestionPage,
  DisclosureQuestionQuery,
} from './disclosures.dto.ts'

/** A line that cannot be is not found, like one that is not there. */
const Number = Param('number', new ParseIntPipe({ exceptionFactory: () => new ProblemError('NOT_FOUND') }))

/** The lines of a disclosure: their vouchers, and what is asked about them. */
@ApiTags('disclosures')
@Controller('communities/:communityId')
export class DisclosureLinesController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('disclosures/:id/lines')
  @CalledBy({ permission: 'disclosures.read' })
  @ApiOkResponse({ type: DisclosureLinePage })
  async listDisclosureLines(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Query() query: DisclosureLineQuery,
  ): Promise<DisclosureLinePage> {
    await readDisclosure(this.#database, act, communityId, id)
    const toPrepare = holds(act.caller, communityId, 'disclosures.edit')
    return listLines(this.#database, this.#links, act, { communityId, id, reach: act.reach, toPrepare }, query)
  }

  @Post('disclosures/:id/lines/:number/vouchers')
  @CalledBy({ permission: 'disclosures.edit' })
  @Idempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async addDisclosureVouchers(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Number number: number,
    @Body() body: AddVouchers,
  ): Promise<void> {
    await this.#database.write(act, (tx) => addVouchers(tx, act, { communityId, id }, number, body))
  }

  @Delete('disclosures/:id/lines/:number/vouchers/:fileId')
  @CalledBy({ permission: 'disclosures.edit' })
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeDisclosureVoucher(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Number number: number,
    @Id('fileId') fileId: string,
  ): Promise<void> {
    await this.#database.write(act, (tx) => removeVoucher(tx, act, { communityId, id }, number, fileId))
  }

  @Get('disclosure-questions')
  @CalledBy({ permission: 'disclosures.read' })
  @ApiOkResponse({ type: DisclosureQuestionPage })
  listDisclosureQuestions(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: DisclosureQuestionQuery,
  ): Promise<DisclosureQuestionPage> {
    return listQuestions(this.#database, act, communityId, query)
  }

  /** Answers who asked, and everybody who reads the line. */
  @Post('disclosure-questions/:id/answer')
  @CalledBy({ permission: 'disclosures.edit' })
  @Idempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async answerDisclosureQuestion(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AnswerDisclosure,
  ): Promise<void> {
    await this.#database.write(act, (tx) => answerQuestion(tx, act, communityId, id, body))
  }
}
