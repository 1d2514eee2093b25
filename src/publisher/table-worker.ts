import { TABLE_THREAD } from './table-thread.ts';
import { workFor } from './thread.ts';

workFor(TABLE_THREAD);
