// Types only: a build takes index.weapp.ts or index.h5.ts instead.
import type { ReactElement } from 'react'
import type { AgreeProps, PhoneNumberProps, ShareProps } from './button-props.ts'
import type { Platform } from './port.ts'

export type * from './port.ts'
export * from './elements.ts'
export * from './pages.ts'

export declare const platform: Platform
export declare function PhoneNumberButton(props: PhoneNumberProps): ReactElement
export declare function ShareButton(props: ShareProps): ReactElement
export declare function PrivacyAgreeButton(props: AgreeProps): ReactElement
