import { Inject, Injectable } from '@nestjs/common'
import type { FileKind, FileView } from '@yinuo/contracts'
import { CONFIG, type Config } from '../config/index.ts'
import { ProblemError } from '../http/index.ts'
import { expiryOf, isExpired, isSigned, signatureOf, type LinkParts, type Variant } from './rules/link.ts'

/** What a view needs to know of a file; `json_build_object` in other modules' SQL makes it so. */
export interface FileFacts {
  communityId: string
  id: string
  kind: FileKind
  hasThumbnail: boolean
  purpose?: string | null
}

/** Makes and checks the links that open a file without a session. */
@Injectable()
export class FileLinks {
  readonly #key: string
  readonly #base: string

  constructor(@Inject(CONFIG) config: Config) {
    this.#key = config.LINK_SIGNING_KEY
    this.#base = config.PUBLIC_URL.replace(/\/$/, '')
  }

  signedLink(fileId: string, communityId: string, variant: Variant, now: Date): string {
    const expires = expiryOf(now)
    const signature = signatureOf(this.#key, { communityId, fileId, variant, expires })
    const query = new URLSearchParams({ community: communityId, variant, expires: String(expires), signature })
    return `${this.#base}/api/files/${fileId}/content?${query}`
  }

  /** @throws ProblemError NOT_FOUND for a link we did not make, FILE_LINK_EXPIRED for one that has run out. */
  verifyLink(link: LinkParts, signature: string, now: Date): void {
    if (!isSigned(this.#key, link, signature)) throw new ProblemError('NOT_FOUND')
    if (isExpired(link, now)) throw new ProblemError('FILE_LINK_EXPIRED')
  }

  fileView(file: FileFacts, { now }: { now: Date }): FileView {
    return {
      id: file.id,
      kind: file.kind,
      url: this.signedLink(file.id, file.communityId, 'original', now),
      thumbnailUrl: file.hasThumbnail ? this.signedLink(file.id, file.communityId, 'thumbnail', now) : null,
      purpose: file.purpose ?? null,
    }
  }
}
