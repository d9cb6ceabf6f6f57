import type { FastifyReply } from 'fastify'

export const PDF = 'application/pdf'

/** A paper drawn for who asked: shown, kept by nobody between. */
export async function sendPdf(reply: FastifyReply, name: string, content: Buffer): Promise<void> {
  await reply
    .headers({
      'content-type': PDF,
      'content-disposition': `inline; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, no-store',
    })
    .send(content)
}
