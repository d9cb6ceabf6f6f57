import { useState } from 'react'

/** The intake form is loaded when first wanted, and keeps standing behind its closed door so that nothing typed is lost. */
export function useIntake() {
  const [wanted, setWanted] = useState(false)
  const [shown, setShown] = useState(false)
  return {
    wanted,
    shown,
    open: () => {
      setWanted(true)
      setShown(true)
    },
    close: () => setShown(false),
  }
}
