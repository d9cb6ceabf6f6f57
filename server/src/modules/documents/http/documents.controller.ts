import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addDocument } from '../actions/add-document.ts'
import { editDocument, reinstateDocument, setAccess, withdrawDocument } from '../actions/change-document.ts'
import { addVersion, restoreVersion } from '../actions/put-version.ts'
import { DocumentLinks } from '../document-links.ts'
import { editsCompanyWide } from '../queries/company-wide.ts'
import { findDocumentFile } from '../queries/document-file.ts'
import { documentNumbers, listDocuments } from '../queries/list-documents.ts'
import { readDocument } from '../queries/read-document.ts'
import { searchDocuments } from '../queries/search-documents.ts'
import {
  DocumentAccess,
  DocumentLink,
  DocumentLinkQuery,
  DocumentNumbers,
  DocumentPage,
  DocumentQuery,
  DocumentView,
  EditedDocument,
  NewDocument,
  NewVersion,
  RestoredVersion,
  SeenVersion,
  WithdrawnDocument,
} from './documents.dto.ts'

@ApiTags('documents')
@Controller('communities/:communityId')
export class DocumentsController {
  readonly #database: Database
  readonly #identity: IdentityDatabase
  readonly #links: DocumentLinks

  constructor(database: Database, identity: IdentityDatabase, links: DocumentLinks) {
    this.#database = database
    this.#identity = identity
    this.#links = links
  }

  @Get('documents')
  @CalledBy({ permission: 'documents.read' })
  @ApiOkResponse({ type: DocumentPage })
  listDocuments(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() { query, ...wish }: DocumentQuery,
  ): Promise<DocumentPage> {
    if (query) return searchDocuments(this.#database, act, communityId, { ...wish, query })
    return listDocuments(this.#database, act, communityId, wish)
  }

  @Get('document-numbers')
  @CalledBy({ permission: 'documents.read' })
  @ApiOkResponse({ type: DocumentNumbers })
  documentNumbers(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<DocumentNumbers> {
    return documentNumbers(this.#database, act, communityId)
  }

  @Post('documents')
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: DocumentView })
  async addDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewDocument,
  ): Promise<DocumentView> {
    const companyWide = await editsCompanyWide(this.#identity, act)
    const id = await this.#database.write(act, (tx) => addDocument(tx, act, communityId, body, companyWide))
    return readDocument(this.#database, act, communityId, id, companyWide)
  }

  @Get('documents/:id')
  @CalledBy({ permission: 'documents.read' })
  @ApiOkResponse({ type: DocumentView })
  async readDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<DocumentView> {
    return readDocument(this.#database, act, communityId, id, await editsCompanyWide(this.#identity, act))
  }

  @Get('documents/:id/link')
  @CalledBy({ permission: 'documents.read' })
  @ApiOkResponse({ type: DocumentLink })
  async linkToDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') documentId: string,
    @Query() query: DocumentLinkQuery,
  ): Promise<DocumentLink> {
    const wanted = query.number ? Number(query.number) : null
    const { number } = await findDocumentFile(this.#database, act, communityId, documentId, wanted)
    const { sessionId } = act.caller
    const { url, expiresAt } = this.#links.make({ communityId, documentId, number, sessionId }, act.now)
    return { url, downloadUrl: `${url}&download=1`, expiresAt }
  }

  @Put('documents/:id')
  @CalledBy({ permission: 'documents.edit' })
  @ApiOkResponse({ type: DocumentView })
  editDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedDocument,
  ): Promise<DocumentView> {
    return this.#change(act, communityId, id, (tx, companyWide) => editDocument(tx, act, communityId, id, body, companyWide))
  }

  @Put('documents/:id/access')
  @CalledBy({ permission: 'documents.edit' })
  @ApiOkResponse({ type: DocumentView })
  setDocumentAccess(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: DocumentAccess,
  ): Promise<DocumentView> {
    return this.#change(act, communityId, id, (tx, companyWide) => setAccess(tx, act, communityId, id, body, companyWide))
  }

  @Post('documents/:id/versions')
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: DocumentView })
  addDocumentVersion(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NewVersion,
  ): Promise<DocumentView> {
    return this.#change(act, communityId, id, (tx, companyWide) => addVersion(tx, act, communityId, id, body, companyWide))
  }

  @Post('documents/:id/restore-version')
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: DocumentView })
  restoreDocumentVersion(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: RestoredVersion,
  ): Promise<DocumentView> {
    return this.#change(act, communityId, id, (tx, companyWide) => restoreVersion(tx, act, communityId, id, body, companyWide))
  }

  @Post('documents/:id/withdraw')
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: DocumentView })
  withdrawDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: WithdrawnDocument,
  ): Promise<DocumentView> {
    return this.#change(act, communityId, id, (tx, companyWide) => withdrawDocument(tx, act, communityId, id, body, companyWide))
  }

  @Post('documents/:id/reinstate')
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: DocumentView })
  reinstateDocument(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenVersion,
  ): Promise<DocumentView> {
    return this.#change(act, communityId, id, (tx, companyWide) => reinstateDocument(tx, act, communityId, id, body, companyWide))
  }

  async #change(
    act: CallerAct,
    communityId: string,
    id: string,
    change: (tx: EntityManager, companyWide: boolean) => Promise<void>,
  ): Promise<DocumentView> {
    const companyWide = await editsCompanyWide(this.#identity, act)
    await this.#database.write(act, (tx) => change(tx, companyWide))
    return readDocument(this.#database, act, communityId, id, companyWide)
  }
}
