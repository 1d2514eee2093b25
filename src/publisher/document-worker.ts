import { DOCUMENT_THREAD } from './document-threads.ts';
import { workFor } from './thread.ts';

workFor(DOCUMENT_THREAD);
