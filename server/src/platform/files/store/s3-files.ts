import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { ByteRange } from '../rules/range.ts'
import { FileMissing, type FileStore } from './file-store.ts'

export interface Bucket {
  endpoint: string | undefined
  region: string
  name: string
  accessKey: string | undefined
  secretKey: string | undefined
}

/** Files in a bucket of anything that speaks S3 (COS, OSS, MinIO …), shared by all servers. */
export class S3Files implements FileStore {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(bucket: Bucket) {
    this.#bucket = bucket.name
    this.#client = new S3Client({
      region: bucket.region,
      ...(bucket.endpoint ? { endpoint: bucket.endpoint, forcePathStyle: true } : {}),
      ...(bucket.accessKey && bucket.secretKey
        ? { credentials: { accessKeyId: bucket.accessKey, secretAccessKey: bucket.secretKey } }
        : {}),
      // Not every S3 speaks the newer checksums; the transport's own are enough for what fits into one request.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  }

  async put(key: string, path: string, contentType: string): Promise<void> {
    const { size } = await stat(path)
    const request = { Bucket: this.#bucket, Key: key, ContentType: contentType, ContentLength: size }
    await this.#client.send(new PutObjectCommand({ ...request, Body: createReadStream(path) }))
  }

  async read(key: string, range: ByteRange | null): Promise<{ stream: Readable; bytes: number }> {
    const part = range ? { Range: `bytes=${range.from}-${range.to}` } : {}
    const answer = await this.#client
      .send(new GetObjectCommand({ Bucket: this.#bucket, Key: key, ...part }))
      .catch((error: unknown) => {
        throw error instanceof NoSuchKey ? new FileMissing(key) : error
      })
    const bytes = Number(answer.ContentRange?.split('/')[1] ?? answer.ContentLength)
    return { stream: answer.Body as Readable, bytes }
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }))
  }
}
