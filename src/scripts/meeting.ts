import { followReader } from './contents.ts';
import { copyLinks } from './copy-link.ts';

/** What a script adds to the page of a set of minutes; everything can be read without it. */
followReader();
copyLinks();
document.querySelector('#print')?.addEventListener('click', () => window.print());
