import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

/** GET /api/communities/{communityId}/document-categories → DocumentCategories; POST and PUT …/{id} (company-wide editors) */
export type DocumentCategories = Schemas['DocumentCategories']
export type DocumentCategory = Schemas['DocumentCategory']
export type CategoryDraft = Schemas['CategoryDraft']
/** GET /api/communities/{communityId}/documents?query=&categoryId=&state=&due= → Page<DocumentRow> */
export type DocumentRow = Schemas['DocumentRow']
export type SnippetPart = Schemas['SnippetPart']
/** GET and PUT …/documents/{id}; POST …/{id}/versions, restore-version, withdraw, reinstate; PUT …/{id}/access → DocumentView */
export type DocumentView = Schemas['DocumentView']
export type DocumentVersion = Schemas['DocumentVersion']
export type NewDocument = Schemas['NewDocument']
export type EditedDocument = Schemas['EditedDocument']
export type NewVersion = Schemas['NewVersion']
export type RestoredVersion = Schemas['RestoredVersion']
export type DocumentAccess = Schemas['DocumentAccess']
export type WithdrawnDocument = Schemas['WithdrawnDocument']
export type SeenVersion = Schemas['SeenVersion']
/** GET …/document-numbers: what wants attention */
export type DocumentNumbers = Schemas['DocumentNumbers']
/** POST …/document-files, multipart `file` and `name`, Idempotency-Key required */
export type DocumentFile = Schemas['DocumentFile']
/** GET …/documents/{id}/link?number= : opens one version without a header, for five minutes */
export type DocumentLink = Schemas['DocumentLink']
