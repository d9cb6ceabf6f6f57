import { subscriptionTemplates } from '@yinuo/contracts'
import type { SubscriptionAnswer, SubscriptionAnswers, SubscriptionOffer } from '@yinuo/contracts'
import { platform } from '../platform'
import { call } from './session.ts'

type Moment = (typeof subscriptionTemplates)[keyof typeof subscriptionTemplates]['askedAt']

const keptAs = 'subscriptions.unsent'
let offers: SubscriptionOffer[] = []

/** Fetched when a page opens: WeChat's sheet must follow the tap itself, there is no time to ask the server then. */
export async function fetchOffers(): Promise<SubscriptionOffer[]> {
  offers = await call('GET /me/subscriptions')
  return offers
}

/** Shows WeChat's sheet for the templates of this moment. One acceptance is one message. Never stands in the way of the act itself. */
export async function askSubscriptions(moment: Moment): Promise<void> {
  const wanted = offers
    .filter(({ template }) => subscriptionTemplates[template].askedAt === moment)
    .map(({ templateId }) => templateId)
  if (wanted.length === 0) return
  let answers: Record<string, string>
  try {
    answers = await platform.subscribe(wanted)
  } catch {
    return
  }
  const given = wanted.flatMap((templateId) => {
    const answer = answers[templateId]
    return answer ? [{ templateId, answer: answer as SubscriptionAnswer }] : []
  })
  if (given.length === 0) return
  platform.write(keptAs, [...unsent(), { askId: platform.uuid(), answers: given }])
  void sendAnswers()
}

/** Told later when there is no connection; `askId` makes a repeated telling one grant. */
export async function sendAnswers(): Promise<void> {
  for (const answers of unsent()) {
    try {
      offers = await call('POST /me/subscriptions', { body: answers })
      platform.write(
        keptAs,
        unsent().filter(({ askId }) => askId !== answers.askId),
      )
    } catch {
      return
    }
  }
}

function unsent(): SubscriptionAnswers[] {
  return platform.read<SubscriptionAnswers[]>(keptAs) ?? []
}
