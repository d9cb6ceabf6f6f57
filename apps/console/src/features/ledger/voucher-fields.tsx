import { bookLimits } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { PhotoPicker, type KeptPhoto } from '../../elements/photo-picker.tsx'
import { useSettled } from '../../elements/settled.ts'

export interface VoucherChoice {
  photos?: KeptPhoto[]
  documentIds?: string[]
  caseIds?: string[]
}

/** What was chosen, as the server takes it. */
export const voucherIds = ({ photos = [], documentIds = [], caseIds = [] }: VoucherChoice) => ({
  fileIds: photos.map(({ id }) => id),
  documentIds,
  caseIds,
})

/** Fields of a form for what proves an entry: photos, a contract on file, a repair. */
export function VoucherFields() {
  const { communityId } = useCommunity()
  const may = useMay()
  return (
    <>
      <Form.Item name="photos" label="票据照片">
        <PhotoPicker communityId={communityId} most={bookLimits.vouchers} />
      </Form.Item>
      {may('documents.read') && (
        <Form.Item name="documentIds" label="合同等文件（PDF 请先归入文件档案）">
          <FoundSelect
            placeholder="搜文件标题"
            search={async (query) =>
              (
                await call('GET /communities/{communityId}/documents', {
                  path: { communityId },
                  query: { query: query || undefined },
                })
              ).items.map(({ id, title }) => ({ value: id, label: title }))
            }
            name="documents"
          />
        </Form.Item>
      )}
      {may('repairs.read') && (
        <Form.Item name="caseIds" label="相关报修">
          <FoundSelect
            placeholder="搜报修编号或内容"
            search={async (query) =>
              (
                await call('GET /communities/{communityId}/repairs', {
                  path: { communityId },
                  query: { query: query || undefined },
                })
              ).items.map(({ id, number, description }) => ({ value: id, label: `${number} ${description}` }))
            }
            name="repairs"
          />
        </Form.Item>
      )}
    </>
  )
}

interface Option {
  value: string
  label: string
}

/** Chosen among what a search finds. */
function FoundSelect({
  name,
  search,
  placeholder,
  value,
  onChange,
}: {
  name: string
  search: (query: string) => Promise<Option[]>
  placeholder: string
  value?: string[]
  onChange?: (ids: string[]) => void
}) {
  const { communityId } = useCommunity()
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<Option[]>([])
  const settled = useSettled(typed, 300)
  const found = useQuery({ queryKey: ['community', communityId, 'vouchers', name, settled], queryFn: () => search(settled) })
  const chosen = known.filter((option) => value?.includes(option.value))
  const options = [...chosen, ...(found.data ?? []).filter((option) => !chosen.some((each) => each.value === option.value))]
  return (
    <Select
      mode="multiple"
      allowClear
      maxCount={bookLimits.vouchers}
      placeholder={placeholder}
      aria-label={placeholder}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在找' : '没有找到'}
      value={value ?? []}
      options={options}
      onChange={(ids) => {
        setKnown(options.filter((option) => ids.includes(option.value)))
        onChange?.(ids)
      }}
    />
  )
}
