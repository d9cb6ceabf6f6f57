import type { BoxOpeningView, ComplaintReceipt, SuggestionBox } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import { ComplaintStory } from './complaint-story.ts'

/** A community with a suggestion box for which the front desk answers. */
export class BoxOffice {
  readonly #app: TestApp
  readonly story: ComplaintStory
  /** of the community */
  readonly here: string
  readonly box: SuggestionBox

  private constructor(app: TestApp, story: ComplaintStory, here: string, box: SuggestionBox) {
    this.#app = app
    this.story = story
    this.here = here
    this.box = box
  }

  /** Set up on Saturday the 21st of November at noon; to be emptied within seven days. */
  static async open(app: TestApp, more: object = {}): Promise<BoxOffice> {
    const story = await ComplaintStory.begin(app)
    const here = `/communities/${story.community.id}`
    const { rows } = await app.owner.query<{ post_id: string }>('SELECT post_id FROM staff_posts WHERE staff_id = $1', [
      story.desk.staffId,
    ])
    const wish = { name: '大堂意见箱', place: '1号楼大堂', postId: rows[0]!.post_id, ...more }
    const answer = await story.supervisor.post(`${here}/suggestion-boxes`, wish).expect(201)
    return new BoxOffice(app, story, here, answer.body as SuggestionBox)
  }

  async empty(slips: number, more: object = {}): Promise<BoxOpeningView> {
    const opening = { openedAt: this.#app.clock.now().toISOString(), witness: '业主代表 林女士', slips, fileIds: [], ...more }
    const answer = await this.story.desk.post(`${this.here}/suggestion-boxes/${this.box.id}/openings`, opening).expect(201)
    return answer.body as BoxOpeningView
  }

  slip(more: object = {}): object {
    const said = { sort: 'suggestion', category: 'greening', urgency: 'routine', description: '希望多种些花' }
    return { ...said, fileIds: [], ...more }
  }

  async register(opening: { id: string }, more: object = {}): Promise<ComplaintReceipt> {
    const answer = await this.story.desk.post(`${this.here}/box-openings/${opening.id}/slips`, this.slip(more)).expect(201)
    await this.#app.deliver()
    return answer.body as ComplaintReceipt
  }

  async read(opening: { id: string }): Promise<BoxOpeningView> {
    return (await this.story.desk.get(`${this.here}/box-openings/${opening.id}`).expect(200)).body as BoxOpeningView
  }

  async boxes(): Promise<SuggestionBox[]> {
    return (await this.story.desk.get(`${this.here}/suggestion-boxes`).expect(200)).body as SuggestionBox[]
  }
}
