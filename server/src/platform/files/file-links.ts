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

type SessionJudge = (sessionId: string, communityId: string, now: Date) => Promise<boolean>

/** Makes and checks the links that open a file without a session at hand: each for who asked, while they may. */
@Injectable()
export class FileLinks {
  readonly #key: string
  readonly #base: string
  #judge: SessionJudge = async () => false

  constructor(@Inject(CONFIG) config: Config) {
    this.#key = config.LINK_SIGNING_KEY
    this.#base = config.PUBLIC_URL.replace(/\/$/, '')
  }

  /** Says whether who holds a session may still open files of a community. */
  onOpen(judge: SessionJudge): void {
    this.#judge = judge
  }

  signedLink(fileId: string, communityId: string, variant: Variant, now: Date, session: string | null = null): string {
    const expires = expiryOf(now)
    const signature = signatureOf(this.#key, { communityId, fileId, variant, session, expires })
    const query = new URLSearchParams({
      community: communityId,
      variant,
      ...(session && { session }),
      expires: String(expires),
      signature,
    })
    return `${this.#base}/api/files/${fileId}/content?${query}`
  }

  /** @throws ProblemError NOT_FOUND for a link we did not make, FILE_LINK_EXPIRED for one that has run out or whose session ended. */
  async verifyLink(link: LinkParts, signature: string, now: Date): Promise<void> {
    if (!isSigned(this.#key, link, signature)) throw new ProblemError('NOT_FOUND')
    const isOver = link.session !== null && !(await this.#judge(link.session, link.communityId, now))
    if (isOver || isExpired(link, now)) throw new ProblemError('FILE_LINK_EXPIRED')
  }

  fileView(file: FileFacts, { now, caller }: { now: Date; caller?: { sessionId: string } }): FileView {
    const link = (variant: Variant) => this.signedLink(file.id, file.communityId, variant, now, caller?.sessionId)
    return {
      id: file.id,
      kind: file.kind,
      url: link('original'),
      thumbnailUrl: file.hasThumbnail ? link('thumbnail') : null,
      purpose: file.purpose ?? null,
    }
  }
}
