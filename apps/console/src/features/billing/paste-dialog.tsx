import { moneyLimits } from '@yinuo/contracts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import styles from './billing.module.css'
import { pastedReadings } from './words.ts'

/** Readings copied out of a spreadsheet. They are looked at in the list before they are saved. */
export function PasteDialog({
  onPaste,
  onClose,
}: {
  onPaste: (readings: { number: string; value: number }[]) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const readings = pastedReadings(text)
  const lines = text.split(/\r?\n/).filter((line) => line.trim()).length
  const isTooMany = readings.length > moneyLimits.readingsAtOnce
  return (
    <Modal
      open
      title="从 Excel 粘贴读数"
      okText={`填入 ${readings.length} 个`}
      okButtonProps={{ disabled: readings.length === 0 || isTooMany }}
      onOk={() => onPaste(readings)}
      onCancel={onClose}
    >
      <p className={styles['quiet']}>在 Excel 里选中“表号、读数”两列，复制后粘贴到这里。填入后还可以核对，再保存。</p>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label="粘贴的内容"
        placeholder={'S0101\t125.5\nS0102\t98'}
        autoSize={{ minRows: 8, maxRows: 16 }}
        autoFocus
      />
      {lines > readings.length && (
        <p className={styles['quiet']}>{lines - readings.length} 行没有认出来（表头，或读数不是数字），不会填入。</p>
      )}
      {isTooMany && <p role="alert">一次最多 {moneyLimits.readingsAtOnce} 个，请分几次粘贴。</p>}
    </Modal>
  )
}
