import { useEffect, useRef } from 'react'

interface Hands {
  step: (by: 1 | -1) => void
  open: () => void
  mark: () => void
  search: () => void
}

/** j and k walk, Enter opens, x marks, / searches; silent while somebody types or something lies over the list. */
export function useQueueKeys(hands: Hands): void {
  const latest = useRef(hands)
  latest.current = hands
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return
      if (target.closest('input, textarea, select, button, a, [role=dialog], [contenteditable]')) return
      if (document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])')) return
      const act = {
        j: () => latest.current.step(1),
        k: () => latest.current.step(-1),
        Enter: () => latest.current.open(),
        x: () => latest.current.mark(),
        '/': () => latest.current.search(),
      }[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}
