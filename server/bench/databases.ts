import pg from 'pg'

/** One database of the throw-away server, and the addresses of the roles that work in it. */
export interface BenchDatabase {
  name: string
  owner: string
  app: string
  worker: string
  identity: string
}

const PASSWORD = 'bench'

/** The owner's address of a database on the server. */
export function ownerOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = name
  return url.href
}

export function addressesOf(serverUrl: string, name: string): BenchDatabase {
  const as = (role: string) => {
    const url = new URL(ownerOf(serverUrl, name))
    url.username = role
    url.password = PASSWORD
    return url.href
  }
  return {
    name,
    owner: ownerOf(serverUrl, name),
    app: as('yinuo_app'),
    worker: as('yinuo_worker'),
    identity: as('yinuo_identity'),
  }
}

export async function createDatabase(serverUrl: string, name: string): Promise<BenchDatabase> {
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`))
  return addressesOf(serverUrl, name)
}

export async function withClient<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
