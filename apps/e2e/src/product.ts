export type Address = 'stage' | 'console' | 'server' | 'database'

const variables = {
  stage: 'E2E_STAGE_URL',
  console: 'E2E_CONSOLE_URL',
  server: 'E2E_SERVER_URL',
  database: 'E2E_DATABASE_URL',
} as const

/** Where the product runs that the journeys go through; see global-setup.mjs. */
export function addressOf(part: Address): string {
  const address = process.env[variables[part]]
  if (!address) throw new Error(`${variables[part]} is not set: the product of the journeys has not been started`)
  return address
}
