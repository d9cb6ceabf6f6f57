import multipart from '@fastify/multipart'
import { Global, Module, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { FastifyInstance } from 'fastify'
import { CONFIG, type Config } from '../config/index.ts'
import { FileKeeper } from './file-keeper.ts'
import { FileLinks } from './file-links.ts'
import { FilesController } from './http/files.controller.ts'
import { FILE_STORE, type FileStore } from './store/file-store.ts'
import { LocalFiles } from './store/local-files.ts'
import { S3Files } from './store/s3-files.ts'

function fileStore(config: Config): FileStore {
  if (config.FILES_DIR) return new LocalFiles(config.FILES_DIR)
  return new S3Files({
    endpoint: config.S3_ENDPOINT,
    region: config.S3_REGION,
    name: config.S3_BUCKET!,
    accessKey: config.S3_ACCESS_KEY,
    secretKey: config.S3_SECRET_KEY,
  })
}

/** Photos and videos: taken in safely, kept locally or in a bucket, opened by signed links. */
@Global()
@Module({
  controllers: [FilesController],
  providers: [{ provide: FILE_STORE, useFactory: fileStore, inject: [CONFIG] }, FileLinks, FileKeeper],
  exports: [FILE_STORE, FileLinks, FileKeeper],
})
export class FilesModule implements OnModuleInit {
  readonly #adapter: HttpAdapterHost

  constructor(adapter: HttpAdapterHost) {
    this.#adapter = adapter
  }

  /** Teaches the server to read forms with files, before its routes are laid. */
  async onModuleInit(): Promise<void> {
    const server = this.#adapter.httpAdapter?.getInstance<FastifyInstance | undefined>()
    if (server && !server.hasContentTypeParser('multipart/form-data')) await server.register(multipart)
  }
}
