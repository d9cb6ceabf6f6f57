import { Injectable } from '@nestjs/common'

/** Who a broadcast is for, by name: conditions over the resident `r` and the broadcast `b`, defined by the module that knows. */
@Injectable()
export class Audiences {
  readonly #conditions = new Map<string, string>()

  /** Called by modules while they are wired, in every role. */
  define(name: string, condition: string): void {
    this.#conditions.set(name, condition)
  }

  conditionOf(name: string): string {
    const condition = this.#conditions.get(name)
    if (!condition) throw new Error(`no module says who "${name}" is`)
    return condition
  }
}
