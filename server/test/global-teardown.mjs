import pg from 'pg'

export default async function tearDown() {
  const { own, serverUrl, template } = globalThis.yinuoTestDatabase
  if (own) return own.stop()
  const client = new pg.Client(serverUrl)
  await client.connect()
  await client.query(`DROP DATABASE ${template} WITH (FORCE)`)
  await client.end()
}
