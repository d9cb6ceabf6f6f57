import { makeTemplate } from './template.mjs'
import { watchRoutes } from './unaudited-routes.mjs'

/** One migrated template database per run; every spec file gets a clone of it (see database.ts). */
export default async function setUp() {
  const { serverUrl, name } = await makeTemplate()
  process.env.TEST_DATABASE_URL = serverUrl
  process.env.TEST_DATABASE_TEMPLATE = name
  await watchRoutes()
}
