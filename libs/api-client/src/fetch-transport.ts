import type { Transport } from './transport.ts'

/** Carries requests by `fetch`: JSON and text as text, anything else (a PDF) as a Blob. */
export function fetchTransport(send: typeof fetch = (...request) => fetch(...request)): Transport {
  return async ({ method, url, headers, body }) => {
    const response = await send(url, { method, headers, body: body as RequestInit['body'] })
    const readable = /json|text/.test(response.headers.get('content-type') ?? 'text')
    return {
      status: response.status,
      body: readable ? await response.text() : await response.blob(),
      headers: Object.fromEntries(response.headers),
    }
  }
}
