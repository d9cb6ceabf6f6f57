import type { HandOver } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { call } from '../../app/call.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page } from '../../elements/page.tsx'
import { PrintButton, Sheet, SheetPart, Signatures } from '../../elements/sheet.tsx'
import { exactTime } from '../../words/time.ts'

/** The record of who took over what, to be read and signed on paper. */
export function HandOverPage() {
  const { id = '' } = useParams()
  const query = useQuery({
    queryKey: ['staff', id, 'hand-overs'],
    queryFn: () => call('GET /staff/{id}/hand-overs', { path: { id } }),
  })
  const [latest] = query.data ?? []
  return (
    <Page title="离职交接单" about="离职时生成，不能修改。" actions={latest && <PrintButton />}>
      <Listing
        query={query}
        count={query.data?.length ?? 0}
        empty={<EmptyPlace title="没有交接记录" hint="这位员工没有办理过离职，或不在您负责的小区任职。" />}
      >
        {latest && <HandOverSheet record={latest} />}
      </Listing>
    </Page>
  )
}

function HandOverSheet({ record }: { record: HandOver }) {
  const taken = counts(record)
  return (
    <Sheet title={`工作交接单 · ${record.staffName}`} about={`${exactTime(record.doneAt)} 由${record.doneByName}办理`}>
      <SheetPart title="离职">
        {`离职日期：${record.leftOn}\n原因：${record.reason}\n原任岗位：${record.posts.join('；') || '无'}`}
      </SheetPart>
      <SheetPart title={`移交工作 ${record.work.length} 件`}>
        {record.work.length === 0 ? (
          '没有未完成的工作。'
        ) : (
          <>
            <p>{taken.map(([name, count]) => `${name} ${count} 件`).join('，')}</p>
            <table>
              <thead>
                <tr>
                  {['单号', '小区', '类别', '位置', '接手人'].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {record.work.map((work) => (
                  <tr key={work.number}>
                    <td>{work.number}</td>
                    <td>{work.communityName}</td>
                    <td>{work.category}</td>
                    <td>{work.placeLabel}</td>
                    <td>{work.toName ?? '退回待派单'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </SheetPart>
      {record.note && <SheetPart title="交接说明">{record.note}</SheetPart>}
      <Signatures who={['移交人', '接手人', '监交人']} />
    </Sheet>
  )
}

function counts({ work }: HandOver): [string, number][] {
  const to = new Map<string, number>()
  for (const { toName } of work) to.set(toName ?? '退回待派单', (to.get(toName ?? '退回待派单') ?? 0) + 1)
  return [...to]
}
