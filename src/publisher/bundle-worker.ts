import { COMPILING_THREAD } from './compile-aside.ts';
import { workFor } from './thread.ts';

workFor(COMPILING_THREAD);
