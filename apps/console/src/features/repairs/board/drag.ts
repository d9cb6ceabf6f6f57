import type { DragEvent } from 'react'

const TYPE = 'text/repair'

export function dragRepair(event: DragEvent, repairId: string): void {
  event.dataTransfer.setData(TYPE, repairId)
  event.dataTransfer.effectAllowed = 'move'
}

export const carriesRepair = (event: DragEvent) => event.dataTransfer.types.includes(TYPE)

export function draggedRepair(event: DragEvent): string | null {
  event.preventDefault()
  return event.dataTransfer.getData(TYPE) || null
}
