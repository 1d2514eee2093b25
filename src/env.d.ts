import type { PageLocals } from './views/page-view.ts';

declare global {
  namespace App {
    interface Locals extends PageLocals {}
  }
}
