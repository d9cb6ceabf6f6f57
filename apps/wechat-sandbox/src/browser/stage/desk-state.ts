export interface DeskPhone {
  id: string
  who: 'resident' | 'staff'
  name: string
  about?: string
  offline: boolean
  largeText: boolean
}

export interface Desk {
  phones: DeskPhone[]
  apiUrl: string | null
  consoleUrl: string | null
  ready: { miniprogram: boolean; server: boolean; office: boolean }
  signIn: { login: string; password: string } | null
}

export interface Poster {
  path: string
  picture: string
  label: string
  caption: string
}

export interface StoryLine {
  step: string
  state: string
  title: string
  text: string
  at: string | null
  turn: string
}

export async function read<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as T
}

export async function send(method: string, path: string, body: unknown): Promise<{ heardBy?: number }> {
  const response = await fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return response.status === 204 ? {} : ((await response.json()) as { heardBy?: number })
}

/** Addresses of this machine are rewritten for a visitor who came by another name. */
export function reachable(address: string): string {
  const url = new URL(address)
  if (['localhost', '127.0.0.1'].includes(url.hostname)) url.hostname = location.hostname
  return url.origin
}

export function byId<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T
}

export function escaped(text: string): string {
  const holder = document.createElement('i')
  holder.textContent = text
  return holder.innerHTML.replaceAll('"', '&quot;')
}

export function icon(name: string): string {
  return `<svg class="icon" aria-hidden="true"><use href="#${name}"/></svg>`
}
