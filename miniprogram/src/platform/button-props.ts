import type { ReactNode } from 'react'

interface ButtonProps {
  className: string
  children: ReactNode
}

/** Asks WeChat for the phone number; `onCode` gets the one-time code, null when refused. */
export interface PhoneNumberProps extends ButtonProps {
  onCode: (code: string | null) => void
}

/** Hands a page of ours on to somebody else: in WeChat as a card, elsewhere as a link. */
export interface ShareProps {
  className: string
  page: string
}

/** The only button WeChat takes an agreement from. */
export interface AgreeProps extends ButtonProps {
  onAgree: () => void
}
