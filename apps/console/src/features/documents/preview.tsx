import type { DocumentVersion } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Image, Skeleton } from 'antd'
import { RetryNote } from '../../elements/listing.tsx'
import { documentKeys, linkTo } from './queries.ts'

const SHOWN_BY_BROWSERS = ['pdf', 'txt', 'md', 'csv']
const PICTURES = ['jpg', 'jpeg', 'png', 'webp']

/** The file as the browser itself shows it: a PDF in its own reader, which opens in no sandbox, but in a frame that may nothing. */
export function Preview({ communityId, id, version }: { communityId: string; id: string; version: DocumentVersion }) {
  const isShown = SHOWN_BY_BROWSERS.includes(version.ending)
  const isPicture = PICTURES.includes(version.ending)
  const link = useQuery({
    queryKey: [...documentKeys(communityId).one(id), 'link', version.number],
    queryFn: () => linkTo(communityId, id, version.number),
    staleTime: 240_000,
    gcTime: 0,
    enabled: isShown || isPicture,
  })
  if (!isShown && !isPicture)
    return <p style={{ color: 'var(--secondary)' }}>{version.ending.toUpperCase()} 文件请下载后打开。</p>
  if (link.isError) return <RetryNote query={link} />
  if (!link.data) return <Skeleton active paragraph={{ rows: 6 }} title={false} />
  if (isPicture) return <Image src={link.data.url} alt={version.fileName} style={{ maxHeight: 480, objectFit: 'contain' }} />
  return (
    <iframe
      src={link.data.url}
      title={version.fileName}
      referrerPolicy="no-referrer"
      {...(version.ending === 'pdf' ? {} : { sandbox: '' })}
      style={{ width: '100%', height: 520, border: '1px solid var(--line)', borderRadius: 8, background: '#fff' }}
    />
  )
}

/** Asks for a link when clicked, so that what is closed meanwhile does not open. */
export function DownloadButton({ communityId, id, number }: { communityId: string; id: string; number: number }) {
  const query = useQuery({
    queryKey: [...documentKeys(communityId).one(id), 'download', number],
    queryFn: async () => {
      const { downloadUrl } = await linkTo(communityId, id, number)
      location.assign(downloadUrl)
      return downloadUrl
    },
    enabled: false,
    gcTime: 0,
  })
  return (
    <>
      <Button size="small" loading={query.isFetching} onClick={() => query.refetch()}>
        下载
      </Button>
      {query.isError && <RetryNote query={query} />}
    </>
  )
}
