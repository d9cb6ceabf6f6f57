export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface TransportRequest {
  method: Method
  url: string
  headers: Record<string, string>
  /** JSON text, or a form the platform sends by itself */
  body?: unknown
}

export interface TransportAnswer {
  status: number
  /** parsed JSON, the text as it came, or a Blob */
  body: unknown
  headers?: Record<string, string>
}

/** How a platform carries one request. Rejects only when no answer came. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>
