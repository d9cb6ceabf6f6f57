import { RequestMethod } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA, SSE_METADATA } from '@nestjs/common/constants.js'
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { OpenAPIObject } from '@nestjs/swagger'
import { CALLED_BY, IDEMPOTENT, type CallerRule } from '../../src/platform/http/index.ts'

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>

/** A route as the program has it, beside what the OpenAPI document says of it. */
export interface Route {
  /** e.g. `POST /api/communities/{communityId}/repairs` */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  calledBy: CallerRule[] | undefined
  isIdempotent: boolean
  /** a stream of events, which does not end by itself */
  isStream: boolean
  operation: Operation | undefined
}

const outsideTheApi = new Set(['health/live', 'health/ready', 'metrics'])

/** Every route of every controller, whether it declares anything or not. */
export function routesOf(app: NestFastifyApplication, document: OpenAPIObject): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()])
  return controllers.flatMap(({ metatype }) => handlersOf(metatype as Controller).map((handler) => routeOf(handler, document)))
}

type Controller = new (...given: never[]) => object
interface Handler {
  controller: Controller
  handle: (...given: never[]) => unknown
}

function handlersOf(controller: Controller): Handler[] {
  const prototype = controller.prototype as Record<string, Handler['handle']>
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
    .map((name) => ({ controller, handle: prototype[name]! }))
}

function routeOf({ controller, handle }: Handler, document: OpenAPIObject): Route {
  const reflector = new Reflector()
  const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handle)] as string[]
  const bare = parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')
  const path = `${outsideTheApi.has(bare) ? '' : '/api'}/${bare.replace(/:(\w+)/g, '{$1}')}`
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handle) as number] as Route['method']
  return {
    name: `${method} ${path}`,
    method,
    path,
    calledBy: reflector.getAllAndOverride<CallerRule[] | undefined>(CALLED_BY, [handle, controller]),
    isIdempotent: reflector.getAllAndOverride<boolean | undefined>(IDEMPOTENT, [handle, controller]) ?? false,
    isStream: Reflect.hasMetadata(SSE_METADATA, handle),
    operation: document.paths[path]?.[method.toLowerCase() as 'get'],
  }
}

/** Whether nobody is kept out. */
export function isPublic({ calledBy }: Route): boolean {
  return calledBy?.includes('anyone') ?? false
}
