import type { ImportBatch } from '@yinuo/contracts'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { sentenceOf } from '../../elements/refusal.tsx'
import { saveFile } from '../../elements/save-file.ts'

export function useTemplate() {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: async () => {
      const file = await call('GET /communities/{communityId}/import-template', { path: { communityId } })
      saveFile(file as Blob, '房屋与住户导入模板.xlsx')
    },
    onError: (failure) => message.error(sentenceOf(failure)),
  })
}

/** The sender's own workbook with the outcome beside each row. */
export function useReport({ id, fileName }: Pick<ImportBatch, 'id' | 'fileName'>) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: async () => {
      const file = await call('GET /communities/{communityId}/imports/{id}/report', { path: { communityId, id } })
      saveFile(file as Blob, `${fileName.replace(/\.xlsx$/i, '')}-导入结果.xlsx`)
    },
    onError: (failure) => message.error(sentenceOf(failure)),
  })
}
