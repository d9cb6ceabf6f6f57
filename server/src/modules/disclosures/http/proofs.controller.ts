import { Readable } from 'node:stream'
import { Controller, Get, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { readPosted } from '../queries/posted.ts'
import { bundleText, proveLines, reachOfPosted } from '../queries/proofs.ts'
import { DisclosureBundle, LineProof, PostedDisclosure, ProofQuery } from './proofs.dto.ts'

/** What is posted is for everybody, signed in or not: to be checked by programs that are not ours. */
@ApiTags('disclosures')
@Controller('disclosures')
@CalledBy('anyone')
export class ProofsController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Get(':id')
  @ApiOkResponse({ type: PostedDisclosure })
  async readPostedDisclosure(@Id('id') id: string): Promise<PostedDisclosure> {
    return readPosted(this.#database, await reachOfPosted(this.#identity, id), id) as Promise<PostedDisclosure>
  }

  /** Of one line, that it is inside. */
  @Get(':id/proof')
  @ApiOkResponse({ type: LineProof })
  async proveDisclosureLine(@Id('id') id: string, @Query() { line }: ProofQuery): Promise<LineProof> {
    const { communityId, ...reach } = await reachOfPosted(this.#identity, id)
    const [proof] = await proveLines(this.#database, { communityId, id, reach }, [Number(line)])
    return proof as LineProof
  }

  /** The whole file, with all that was posted before it. */
  @Get(':id/bundle')
  @ApiOkResponse({ type: DisclosureBundle })
  async readDisclosureBundle(@Id('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { communityId, ...reach } = await reachOfPosted(this.#identity, id)
    void reply.header('content-type', 'application/json; charset=utf-8')
    void reply.header('content-disposition', `inline; filename="disclosure-${id}.json"`)
    await reply.send(Readable.from(bundleText(this.#database, { communityId, id, reach })))
  }
}
