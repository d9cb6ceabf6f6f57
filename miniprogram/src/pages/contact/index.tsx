import { ContactScreen } from '../../resident/contact/contact.tsx'

export default ContactScreen
