import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'

/** The one source of "now". Injected, so that tests own the time. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date()
  }
}

/** A new id: UUIDv7, ordered by the instant it is made. */
export function newId(now: Date): string {
  return v7({ msecs: now.getTime() })
}
