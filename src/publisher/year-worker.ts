import { workFor } from './thread.ts';
import { YEAR_THREAD } from './year-thread.ts';

workFor(YEAR_THREAD);
