import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FileMissing, type FileStore } from './file-store.ts'
import { LocalFiles } from './local-files.ts'
import { S3Files } from './s3-files.ts'

let folder: string
let bucketServer: S3rver
const stores: Record<string, FileStore> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinuo-store-'))
  await mkdir(join(folder, 's3'))
  const options = {
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'yinuo' }],
  }
  bucketServer = new S3rver(options)
  const { port } = await bucketServer.run()
  stores.local = new LocalFiles(join(folder, 'local'))
  stores.S3 = new S3Files({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    name: 'yinuo',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
  })
})
afterAll(async () => {
  await bucketServer.close()
  await rm(folder, { recursive: true })
})

async function put(store: FileStore, key: string, content: string): Promise<void> {
  const path = join(folder, 'given')
  await writeFile(path, content)
  await store.put(key, path, 'image/jpeg')
}

const textOf = async (store: FileStore, key: string, range: { from: number; to: number } | null = null) => {
  const { stream, bytes } = await store.read(key, range)
  return { text: (await buffer(stream)).toString(), bytes }
}

describe.each(['local', 'S3'])('files in a %s store', (name) => {
  it('come back as they were kept', async () => {
    await put(stores[name]!, 'community/file.jpg', '一张照片')
    expect(await textOf(stores[name]!, 'community/file.jpg')).toEqual({ text: '一张照片', bytes: 12 })
  })

  it('come back in part, with the length of the whole', async () => {
    await put(stores[name]!, 'community/film.mp4', '0123456789')
    expect(await textOf(stores[name]!, 'community/film.mp4', { from: 3, to: 5 })).toEqual({ text: '345', bytes: 10 })
  })

  it('are missing when they were never kept, or were removed; removing again is nothing', async () => {
    await put(stores[name]!, 'community/gone.jpg', 'x')
    await stores[name]!.remove('community/gone.jpg')
    await stores[name]!.remove('community/gone.jpg')
    await expect(stores[name]!.read('community/gone.jpg', null)).rejects.toThrow(FileMissing)
  })
})

describe('files in a local store', () => {
  it.each(['../outside', '/etc/passwd', 'a/../../outside'])('never leave its folder (%s)', async (key) => {
    await expect(put(stores.local!, key, 'x')).rejects.toThrow('may not leave')
  })
})
