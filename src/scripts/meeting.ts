import { followReader } from './contents.ts';
import { copyLinks } from './copy-link.ts';
import { offerReading } from './reading/offer.ts';

/** What a script adds to the page of a set of minutes; everything can be read without it. */
followReader();
copyLinks();
document.querySelector('#print')?.addEventListener('click', () => window.print());
const reading = document.querySelector<HTMLButtonElement>('#read-aloud');
if (reading !== null) offerReading(reading);
