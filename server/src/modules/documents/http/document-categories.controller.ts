import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id, Idempotent, ProblemError } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addCategory, editCategory, withdrawCategory } from '../actions/keep-category.ts'
import { editsCompanyWide } from '../queries/company-wide.ts'
import { listCategories } from '../queries/list-categories.ts'
import { CategoryDraft, DocumentCategories, DocumentCategory, SeenVersion } from './documents.dto.ts'

/** The tree is the company's: whoever edits documents everywhere changes it. */
@ApiTags('documents')
@Controller('communities/:communityId/document-categories')
export class DocumentCategoriesController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Get()
  @CalledBy({ permission: 'documents.read' })
  @ApiOkResponse({ type: DocumentCategories })
  async listDocumentCategories(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
  ): Promise<DocumentCategories> {
    const companyWide = await editsCompanyWide(this.#identity, act)
    const items = await listCategories(this.#database, act, communityId, { companyWide })
    return { items, editsCompanyWide: companyWide }
  }

  @Post()
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @ApiCreatedResponse({ type: DocumentCategory })
  async addDocumentCategory(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: CategoryDraft,
  ): Promise<DocumentCategory> {
    await this.#refuseUnlessCompanyWide(act)
    const id = await this.#database.write(act, (tx) => addCategory(tx, act, communityId, body))
    return this.#category(act, communityId, id)
  }

  @Put(':id')
  @CalledBy({ permission: 'documents.edit' })
  @ApiOkResponse({ type: DocumentCategory })
  async editDocumentCategory(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: CategoryDraft,
  ): Promise<DocumentCategory> {
    await this.#refuseUnlessCompanyWide(act)
    await this.#database.write(act, (tx) => editCategory(tx, act, communityId, id, body))
    return this.#category(act, communityId, id)
  }

  @Post(':id/withdraw')
  @CalledBy({ permission: 'documents.edit' })
  @Idempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdrawDocumentCategory(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenVersion,
  ): Promise<void> {
    await this.#refuseUnlessCompanyWide(act)
    await this.#database.write(act, (tx) => withdrawCategory(tx, act, communityId, id, body.version))
  }

  async #refuseUnlessCompanyWide(act: CallerAct): Promise<void> {
    if (!(await editsCompanyWide(this.#identity, act))) throw new ProblemError('COMPANY_WIDE_ONLY')
  }

  /** Who names posts of which they hold none closes the category to themselves: then there is nothing to show. */
  async #category(act: CallerAct, communityId: string, only: string): Promise<DocumentCategory> {
    const [category] = await listCategories(this.#database, act, communityId, { companyWide: true, only })
    if (!category) throw new ProblemError('NOT_FOUND')
    return category
  }
}
