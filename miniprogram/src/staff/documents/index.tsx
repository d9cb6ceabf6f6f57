import { DocumentsScreen } from './documents.tsx'

export default DocumentsScreen
