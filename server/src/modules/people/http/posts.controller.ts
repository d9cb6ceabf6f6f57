import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addPost } from '../actions/add-post.ts'
import { editPost } from '../actions/edit-post.ts'
import { fillFromTemplates } from '../actions/fill-from-templates.ts'
import { withCompanyReach } from '../queries/company-reach.ts'
import { findPostRow, listMyPosts, listPosts, listResponsibilities } from '../queries/list-posts.ts'
import { listTemplateGaps } from '../queries/list-template-gaps.ts'
import { FillFromTemplates, MyPost, PostDraft, PostRow, Responsibility, TemplateGap } from './posts.dto.ts'

/** Posts, their descriptions, and what they answer for (ORG-05, PER-01). */
@ApiTags('people')
@Controller()
export class PostsController {
  readonly #database: Database
  readonly #identity: IdentityDatabase

  constructor(database: Database, identity: IdentityDatabase) {
    this.#database = database
    this.#identity = identity
  }

  @Get('posts')
  @CalledBy({ permission: 'people.read' })
  @ApiOkResponse({ type: [PostRow] })
  listPosts(@CurrentCaller() act: CallerAct): Promise<PostRow[]> {
    return listPosts(this.#database, act)
  }

  @Post('posts')
  @CalledBy({ permission: 'people.edit' })
  @ApiCreatedResponse({ type: PostRow })
  async addPost(@CurrentCaller() act: CallerAct, @Body() draft: PostDraft): Promise<PostRow> {
    const company = await withCompanyReach(this.#identity, act)
    const id = await this.#database.write(company, (tx) => addPost(tx, company, draft))
    return findPostRow(this.#database, act, id)
  }

  @Put('posts/:id')
  @CalledBy({ permission: 'people.edit' })
  @ApiOkResponse({ type: PostRow })
  async editPost(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() draft: PostDraft): Promise<PostRow> {
    const company = await withCompanyReach(this.#identity, act)
    await this.#database.write(company, (tx) => editPost(tx, company, id, draft))
    return findPostRow(this.#database, act, id)
  }

  @Get('post-templates')
  @CalledBy({ permission: 'people.edit' })
  @ApiOkResponse({ type: [TemplateGap] })
  listTemplateGaps(@CurrentCaller() act: CallerAct): Promise<TemplateGap[]> {
    return listTemplateGaps(this.#database, act)
  }

  @Post('post-templates')
  @HttpCode(200)
  @CalledBy({ permission: 'people.edit' })
  @ApiOkResponse({ type: [PostRow] })
  async fillFromTemplates(@CurrentCaller() act: CallerAct, @Body() { codes }: FillFromTemplates): Promise<PostRow[]> {
    const company = await withCompanyReach(this.#identity, act)
    await this.#database.write(company, (tx) => fillFromTemplates(tx, company, codes))
    return listPosts(this.#database, act)
  }

  @Get('communities/:communityId/responsibilities')
  @CalledBy({ permission: 'people.read' })
  @ApiOkResponse({ type: [Responsibility] })
  listResponsibilities(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<Responsibility[]> {
    return listResponsibilities(this.#database, act, communityId)
  }

  @Get('me/posts')
  @CalledBy('staff')
  @ApiOkResponse({ type: [MyPost] })
  listMyPosts(@CurrentCaller() act: CallerAct): Promise<MyPost[]> {
    return listMyPosts(this.#database, act)
  }
}
