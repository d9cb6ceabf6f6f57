import { dropTemplate } from './template.mjs'
import { judgeRoutes } from './unaudited-routes.mjs'

/** @param {{ nonFlagArgs: string[], testNamePattern?: string }} run */
export default async function tearDown({ nonFlagArgs, testNamePattern }) {
  await dropTemplate()
  await judgeRoutes(nonFlagArgs.length === 0 && !testNamePattern)
}
