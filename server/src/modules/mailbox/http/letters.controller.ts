import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database } from '../../../platform/database/index.ts'
import { FILE_STORE, FileLinks, sendFile, type FileStore } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { ComplaintReceipt } from '../../complaints/index.ts'
import { ConversationReceipt } from '../../conversations/index.ts'
import { RepairReceipt } from '../../repairs/index.ts'
import {
  appendLetter,
  putLetterAside,
  registerLetter,
  registerLetterAsConsultation,
  registerLetterAsRepair,
} from '../actions/decide-letter.ts'
import { letterDocument, listLetters, readLetterView } from '../queries/letters.ts'
import {
  AppendLetter,
  LetterPage,
  LetterQuery,
  LetterView,
  PutLetterAside,
  RegisterLetter,
  RegisterLetterAsConsultation,
  RegisterLetterAsRepair,
} from './letters.dto.ts'

/** What residents and strangers wrote by mail, and what the office makes of it. */
@ApiTags('letters')
@Controller('communities/:communityId/letters')
export class LettersController {
  readonly #database: Database
  readonly #links: FileLinks
  readonly #store: FileStore

  constructor(database: Database, links: FileLinks, @Inject(FILE_STORE) store: FileStore) {
    this.#database = database
    this.#links = links
    this.#store = store
  }

  @Get()
  @CalledBy({ permission: 'complaints.assign' })
  @ApiOkResponse({ type: LetterPage })
  listLetters(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() wish: LetterQuery,
  ): Promise<LetterPage> {
    return listLetters(this.#database, act, communityId, wish)
  }

  @Get(':id')
  @CalledBy({ permission: 'complaints.assign' })
  @ApiOkResponse({ type: LetterView })
  readLetter(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<LetterView> {
    return readLetterView(this.#database, this.#links, act, communityId, id)
  }

  /** Saved, never shown: a stranger made it. */
  @Get(':id/documents/:number')
  @CalledBy({ permission: 'complaints.assign' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async readLetterDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Param('number') number: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!/^\d{1,2}$/.test(number)) throw new ProblemError('NOT_FOUND')
    const { key, name, bytes } = await letterDocument(this.#database, act, communityId, id, Number(number))
    await sendFile(reply, this.#store, {
      key,
      contentType: 'application/pdf',
      range: null,
      bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      policy: "default-src 'none'; sandbox",
      cache: 'private, no-store',
    })
  }

  @Post(':id/register')
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiCreatedResponse({ type: ComplaintReceipt })
  registerLetter(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version, ...wish }: RegisterLetter,
  ): Promise<ComplaintReceipt> {
    return this.#database.write(act, (tx) => registerLetter(tx, act, { communityId, id, version }, wish))
  }

  @Post(':id/register-repair')
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiCreatedResponse({ type: RepairReceipt })
  registerLetterAsRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version, ...wish }: RegisterLetterAsRepair,
  ): Promise<RepairReceipt> {
    return this.#database.write(act, (tx) => registerLetterAsRepair(tx, act, { communityId, id, version }, wish))
  }

  @Post(':id/register-consultation')
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiCreatedResponse({ type: ConversationReceipt })
  registerLetterAsConsultation(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version, ...wish }: RegisterLetterAsConsultation,
  ): Promise<ConversationReceipt> {
    return this.#database.write(act, (tx) => registerLetterAsConsultation(tx, act, { communityId, id, version }, wish))
  }

  @Post(':id/append')
  @HttpCode(204)
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiNoContentResponse()
  async appendLetter(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version, number }: AppendLetter,
  ): Promise<void> {
    await this.#database.write(act, (tx) => appendLetter(tx, act, { communityId, id, version }, { number }))
  }

  @Post(':id/put-aside')
  @HttpCode(204)
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiNoContentResponse()
  async putLetterAside(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() { version, reason }: PutLetterAside,
  ): Promise<void> {
    await this.#database.write(act, (tx) => putLetterAside(tx, act, { communityId, id, version }, reason))
  }
}
