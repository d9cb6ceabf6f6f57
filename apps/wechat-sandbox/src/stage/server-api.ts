/** The product's API, read with an office sign-in so that the stage can tell what happened. */
export class ServerApi {
  #base: string
  #signIn: { login: string; password: string }
  #token: string | undefined

  constructor(serverUrl: string, signIn: { login: string; password: string }) {
    this.#base = `${serverUrl}/api`
    this.#signIn = signIn
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#ask('GET', path)) as T
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return (await this.#ask('POST', path, body)) as T
  }

  async #ask(method: string, path: string, body?: unknown, again = true): Promise<unknown> {
    this.#token ??= await this.#signedIn()
    const response = await this.#send(method, path, body, { authorization: `Bearer ${this.#token}` })
    if (response.status === 401 && again) {
      this.#token = undefined
      return this.#ask(method, path, body, false)
    }
    return answerOf(response)
  }

  async #signedIn(): Promise<string> {
    const response = await this.#send('POST', '/sessions/password', this.#signIn, {})
    const { token } = (await answerOf(response)) as { token: string }
    return token
  }

  #send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    return fetch(`${this.#base}${path}`, {
      method,
      headers: {
        ...headers,
        ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(5_000),
    })
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`)
  return response.status === 204 ? undefined : response.json()
}
