import { SEARCH_THREAD } from './search-aside.ts';
import { workFor } from './thread.ts';

workFor(SEARCH_THREAD);
