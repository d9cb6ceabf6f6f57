import type { DocumentCategory, DocumentView } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../app/call.ts'

export const documentKeys = (communityId: string) =>
  ({
    all: ['community', communityId, 'documents'],
    categories: ['community', communityId, 'documents', 'categories'],
    numbers: ['community', communityId, 'documents', 'numbers'],
    list: ['community', communityId, 'documents', 'list'],
    one: (id: string) => ['community', communityId, 'documents', 'one', id],
  }) as const

export const useCategories = (communityId: string) =>
  useQuery({
    queryKey: documentKeys(communityId).categories,
    queryFn: () => call('GET /communities/{communityId}/document-categories', { path: { communityId } }),
  })

export const useDocumentNumbers = (communityId: string, enabled: boolean) =>
  useQuery({
    queryKey: documentKeys(communityId).numbers,
    queryFn: () => call('GET /communities/{communityId}/document-numbers', { path: { communityId } }),
    enabled,
    refetchInterval: 300_000,
  })

export const useDocument = (communityId: string, id: string) =>
  useQuery({
    queryKey: documentKeys(communityId).one(id),
    queryFn: () => call('GET /communities/{communityId}/documents/{id}', { path: { communityId, id } }),
    // The text of a new version is read within seconds.
    refetchInterval: ({ state }) => (state.data?.textState === 'pending' ? 3_000 : false),
  })

export const usePosts = () =>
  useQuery({ queryKey: ['posts'], queryFn: () => call('GET /posts'), staleTime: 60_000, retry: false })

/** What a change answered is shown at once; lists and counts are asked anew. */
export function useLearnDocument(communityId: string): (document: DocumentView) => void {
  const queries = useQueryClient()
  const keys = documentKeys(communityId)
  return (document) => {
    queries.setQueryData(keys.one(document.id), document)
    for (const queryKey of [keys.list, keys.categories, keys.numbers]) void queries.invalidateQueries({ queryKey })
  }
}

/** The file of a version, through the page's own origin; asked for when it is wanted, since it lives for minutes. */
export async function linkTo(communityId: string, id: string, number: number): Promise<{ url: string; downloadUrl: string }> {
  const link = await call('GET /communities/{communityId}/documents/{id}/link', { path: { communityId, id }, query: { number } })
  const own = (url: string) => url.replace(/^https?:\/\/[^/]+/, '')
  return { url: own(link.url), downloadUrl: own(link.downloadUrl) }
}

export interface CategoryNode {
  category: DocumentCategory
  children: CategoryNode[]
}

/** The tree of the categories; one whose parent is closed to the reader stands at the top. */
export function treeOf(categories: readonly DocumentCategory[]): CategoryNode[] {
  const known = new Set(categories.map(({ id }) => id))
  const below = (parentId: string | null): CategoryNode[] =>
    categories
      .filter((each) => (each.parentId && known.has(each.parentId) ? each.parentId : null) === parentId)
      .map((category) => ({ category, children: below(category.id) }))
  return below(null)
}

export interface CategoryChoice {
  value: string
  title: string
  disabled: boolean
  children: CategoryChoice[]
}

export const choicesOf = (nodes: readonly CategoryNode[], takes: (category: DocumentCategory) => boolean): CategoryChoice[] =>
  nodes.map(({ category, children }) => ({
    value: category.id,
    title: category.name,
    disabled: !takes(category),
    children: choicesOf(children, takes),
  }))
