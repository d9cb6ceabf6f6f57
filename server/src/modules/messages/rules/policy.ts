import { codesOf, messageKinds, personalChannels, type MessageKind, type PersonalChannel } from '@yinuo/contracts'

/** By which channels a kind of message goes, in their order; the inbox always has it. */
export interface Policy {
  channels: readonly PersonalChannel[]
  /** Always on two channels at once; a message may be urgent by itself too. */
  urgent: boolean
  /** Also told to the group chat of the staff, once. */
  toRobot: boolean
}

const usual: Policy = { channels: codesOf(personalChannels), urgent: false, toRobot: false }

/** What differs from the usual where a community has decided nothing. */
const otherwise: Partial<Record<MessageKind, Partial<Policy>>> = {
  'repair.breached': { urgent: true, toRobot: true },
  'repair.undispatched': { toRobot: true },
}

export const usualPolicy = (kind: string): Policy => ({ ...usual, ...otherwise[kind as MessageKind] })

/** Kinds that are told to the group unless a community decided otherwise. */
export const robotKinds = codesOf(messageKinds).filter((kind) => usualPolicy(kind).toRobot)
