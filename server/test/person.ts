import { randomUUID } from 'node:crypto'
import request, { type Test } from 'supertest'

interface Identity {
  name: string
  token: string
  accountId?: string | null
  openid?: string | null
  staffId?: string
}

/** Somebody signed in, calling the server over HTTP. Every POST has an Idempotency-Key; give one to repeat a request. */
export class Person {
  readonly #url: string
  readonly name: string
  readonly token: string
  readonly accountId: string | null
  readonly openid: string | null
  readonly staffId: string | null
  unitId = ''
  residentId = ''

  constructor(url: string, identity: Identity) {
    this.#url = url
    this.name = identity.name
    this.token = identity.token
    this.accountId = identity.accountId ?? null
    this.openid = identity.openid ?? null
    this.staffId = identity.staffId ?? null
  }

  get(path: string): Test {
    return request(this.#url).get(`/api${path}`).set('authorization', `Bearer ${this.token}`)
  }

  post(path: string, body: object = {}, key: string = randomUUID()): Test {
    return request(this.#url)
      .post(`/api${path}`)
      .set('authorization', `Bearer ${this.token}`)
      .set('idempotency-key', key)
      .send(body)
  }

  put(path: string, body: object = {}): Test {
    return request(this.#url).put(`/api${path}`).set('authorization', `Bearer ${this.token}`).send(body)
  }

  delete(path: string): Test {
    return request(this.#url).delete(`/api${path}`).set('authorization', `Bearer ${this.token}`)
  }

  /** Uploads a small photo and answers with its id. */
  async photo(communityId: string): Promise<string> {
    const answer = await request(this.#url)
      .post('/api/files')
      .set('authorization', `Bearer ${this.token}`)
      .set('idempotency-key', randomUUID())
      .field('communityId', communityId)
      .attach('file', onePixel, 'photo.png')
    return (answer.body as { id: string }).id
  }
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
