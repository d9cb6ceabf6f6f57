import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'

/** The one source of "now". Injected, so that tests own the time. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date()
  }
}

const FIRST_SEQUENCES = 2 ** 31
let last = { msecs: 0, seq: 0 }

/** A new id: UUIDv7, ordered by the instant it is made; ids of one millisecond by the order in which this process made them. */
export function newId(now: Date): string {
  const msecs = now.getTime()
  last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : randomInt(FIRST_SEQUENCES) }
  return v7(last)
}
