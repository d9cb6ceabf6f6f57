import { ApiProblem, ConnectionLost, createCall, createRenewal } from '@yinuo/api-client'
import type { Call, KeptTokens, Route, Transport } from '@yinuo/api-client'
import type { Home, Me, SessionTokens } from '@yinuo/contracts'
import { platform } from '../platform'
import { createStore } from './store.ts'

interface Session {
  me: Me | null
  /** Signed out by hand: nothing signs in again by itself. */
  left: boolean
  homeUnitId: string | null
  elder: boolean
}

const kept = {
  token: 'session.token',
  // Renamed when what is kept under it changes its shape.
  me: 'session.me-with-posts',
  left: 'session.left',
  home: 'session.home',
  elder: 'session.elder',
} as const

let tokens = readTokens()
let signingIn: Promise<void> | null = null

const knownMe = platform.read<Me>(kept.me)
export const session = createStore<Session>({
  me: tokens ? knownMe : null,
  left: platform.read<boolean>(kept.left) ?? false,
  homeUnitId: platform.read<string>(kept.home),
  elder: platform.read<boolean>(kept.elder) ?? platform.prefersLargeType(),
})

const transport: Transport = (request) => platform.request(request)
const way = { transport, baseUrl: platform.serverUrl() }

/** Gets a new token for one that is refused, without asking WeChat who this is. */
const renew = createRenewal({ ...way, read: () => tokens, keep: keepTokens })

const bare = createCall({
  ...way,
  token: sessionToken,
  renew,
  onSignedOut: () => forgetTokens(),
})

const open: readonly Route[] = ['GET /codes/{token}', 'POST /sessions/wechat']

/** Calls the server as whoever holds this phone, signing in first where the route wants it. */
export const call: Call = async (route, ...options) => {
  if (!tokens && !open.includes(route)) await signIn()
  try {
    return await bare(route, ...options)
  } catch (failure) {
    if (!(failure instanceof ApiProblem) || failure.code !== 'NOT_SIGNED_IN') throw failure
    await signIn()
    return bare(route, ...options)
  }
}

export class SignedOut extends Error {
  override readonly name = 'SignedOut'
}

function signIn(): Promise<void> {
  if (session.get().left) return Promise.reject(new SignedOut('您已退出登录。'))
  signingIn ??= signInOnce().finally(() => {
    signingIn = null
  })
  return signingIn
}

/** WeChat's code works once, so a code that has gone stale is fetched anew, once. */
async function signInOnce(again = true): Promise<void> {
  const code = await platform.login().catch((cause: unknown) => {
    throw new ConnectionLost(cause)
  })
  try {
    const signedIn = await bare('POST /sessions/wechat', { body: { code } })
    keepTokens(signedIn)
    keepMe(signedIn.me)
  } catch (failure) {
    if (again && failure instanceof ApiProblem && failure.code === 'WECHAT_CODE_INVALID') return signInOnce(false)
    throw failure
  }
}

export async function comeBack(): Promise<void> {
  session.set({ left: false })
  platform.forget(kept.left)
  await signIn()
}

export async function leave(): Promise<void> {
  await bare('DELETE /me/session').catch(() => undefined)
  forgetAll()
}

/** Unlike leaving this phone alone, it must have reached the server. */
export async function leaveEverywhere(): Promise<void> {
  await call('POST /me/sessions/sign-out-everywhere')
  forgetAll()
}

function forgetAll(): void {
  forgetTokens()
  platform.write(kept.left, true)
  session.set({ left: true, me: null })
}

export async function refreshMe(): Promise<Me> {
  const me = await call('GET /me')
  keepMe(me)
  return me
}

export function keepMe(me: Me): void {
  platform.write(kept.me, me)
  session.set({ me })
  if (me.account) showElder(me.account.elderMode || session.get().elder)
}

/** Large type at once; the account remembers it when the server can be reached. */
export async function chooseElder(elder: boolean): Promise<void> {
  showElder(elder)
  keepMe({ ...(await call('PUT /me/preferences', { body: { elderMode: elder } })) })
  showElder(elder)
}

function showElder(elder: boolean): void {
  platform.write(kept.elder, elder)
  session.set({ elder })
}

export function chooseHome(unitId: string): void {
  platform.write(kept.home, unitId)
  session.set({ homeUnitId: unitId })
}

/** The home on top: the one chosen last, else the first. */
export function homeOf({ me, homeUnitId }: Pick<Session, 'me' | 'homeUnitId'>): Home | null {
  return me?.homes.find((home) => home.unitId === homeUnitId) ?? me?.homes[0] ?? null
}

export function sessionToken(): string | null {
  return tokens?.token ?? null
}

/** A token alone was kept before there were refresh tokens. */
function readTokens(): KeptTokens | null {
  const known = platform.read<KeptTokens | string>(kept.token)
  return typeof known === 'string' ? { token: known, refreshToken: null } : known
}

function keepTokens({ token, refreshToken }: SessionTokens): void {
  tokens = { token, refreshToken }
  platform.write(kept.token, tokens)
}

function forgetTokens(): void {
  tokens = null
  platform.forget(kept.token)
}
