import { memoryName } from './wechat-client.h5.ts'

/** Photos that wait to be sent, in IndexedDB: they outlive the page. */
export const keptPrefix = 'kept:'

export async function keepBlob(id: string, blob: Blob): Promise<string> {
  await run('readwrite', (store) => store.put(blob, id))
  return `${keptPrefix}${id}`
}

export async function keptBlob(path: string): Promise<Blob> {
  const blob = await run<Blob | undefined>(
    'readonly',
    (store) => store.get(path.slice(keptPrefix.length)) as IDBRequest<Blob | undefined>,
  )
  if (!blob) throw { errMsg: 'uploadFile:fail file not found' }
  return blob
}

export async function dropBlob(path: string): Promise<void> {
  await run('readwrite', (store) => store.delete(path.slice(keptPrefix.length)))
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`${memoryName()}.files`, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('files')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function run<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T> | IDBRequest<IDBValidKey> | IDBRequest<undefined>,
): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(database.transaction('files', mode).objectStore('files'))
      request.onsuccess = () => resolve(request.result as T)
      request.onerror = () => reject(request.error)
    })
  } finally {
    database.close()
  }
}
