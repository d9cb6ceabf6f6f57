import { startProduct } from './product.mjs'

/** @type {Awaited<ReturnType<typeof startProduct>> | undefined} */
let product

/** Journeys share one product; they find it by these variables. `E2E_STAGE_URL` set from outside uses a running one. */
export default async function setUp() {
  if (process.env.E2E_STAGE_URL) return
  product = await startProduct()
  Object.assign(process.env, {
    E2E_STAGE_URL: product.stage,
    E2E_CONSOLE_URL: product.console,
    E2E_SERVER_URL: product.server,
    E2E_DATABASE_URL: product.database,
  })
}

export async function tearDown() {
  await product?.stop()
}
