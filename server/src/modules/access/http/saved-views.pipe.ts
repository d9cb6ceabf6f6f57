import { Injectable, type PipeTransform } from '@nestjs/common'
import { ProblemError, validation } from '../../../platform/http/index.ts'
import { isRecord } from '../../../platform/http/values.ts'
import { SavedView } from './access.dto.ts'

const MOST = 30

/** The body is a list, which the general check of bodies does not look into. */
@Injectable()
export class SavedViewsPipe implements PipeTransform<unknown, Promise<SavedView[]>> {
  readonly #each = validation()

  async transform(body: unknown): Promise<SavedView[]> {
    if (!Array.isArray(body) || body.length > MOST || !body.every(isRecord)) {
      throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'views', message: `请提交视图列表，不超过 ${MOST} 个。` }])
    }
    const views: SavedView[] = []
    for (const view of body) views.push((await this.#each.transform(view, { type: 'body', metatype: SavedView })) as SavedView)
    return views
  }
}
