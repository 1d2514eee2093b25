import { commonInputs, inputsOfRows } from './common-inputs.ts';
import type { Publishing } from './publish.ts';
import type { SiteFiles } from './site-files.ts';
import { SiteParcels } from './site-parcels.ts';
import { Exports } from './write-exports.ts';
import { YearInputs } from './year-inputs.ts';

/** What pages and the files of years are made with. */
export interface SiteWork {
  readonly files: SiteFiles;
  readonly parcels: SiteParcels;
  readonly exports: Exports;
  readonly inputs: YearInputs;
}

export function workOn(publishing: Publishing, files: SiteFiles): SiteWork {
  const { before, standing, light } = publishing;
  const parcels = new SiteParcels(before, standing, { ...publishing, files, digests: light.digests });
  const common = commonInputs(publishing);
  const inputsOf = inputsOfRows(publishing, common);
  return {
    files,
    parcels,
    exports: new Exports(publishing, files, inputsOf),
    inputs: new YearInputs(light.digests, common, inputsOf),
  };
}
