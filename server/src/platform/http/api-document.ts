import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger'
import { Problem } from './problem.dto.ts'

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>

const refusal = {
  description: '办不成时的说明（RFC 9457）；`detail` 是可以直接给人看的一句话。',
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
}

/** The OpenAPI document of every route the application has, in an order that does not depend on how it was wired. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('一诺物业')
    .setDescription('报修、派单、时限与送达。列表用 `cursor` 翻页；新建工作时带 `Idempotency-Key`；修改时带看到的 `version`。')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'session')
    .addSecurityRequirements('session')
    .build()
  const document = SwaggerModule.createDocument(app, about, { extraModels: [Problem] })
  for (const operation of operationsOf(document)) {
    operation.responses['default'] ??= refusal
    for (const parameter of operation.parameters ?? []) {
      if ('in' in parameter && parameter.in === 'path' && /^id$|Id$/.test(parameter.name))
        parameter.schema = { type: 'string', format: 'uuid' }
    }
  }
  return {
    ...document,
    paths: sorted(document.paths),
    components: { ...document.components, schemas: sorted(document.components?.schemas ?? {}) },
  }
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap((path) =>
    [path.get, path.put, path.post, path.patch, path.delete].filter((operation) => operation !== undefined),
  )
}

function sorted<Value>(entries: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1)))
}
