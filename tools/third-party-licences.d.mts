import type { Metafile } from 'esbuild';

/**
 * The licence texts of what a bundle carries.
 * @param folder that the metafile's paths start from
 * @throws Error naming a package that brings no licence text
 */
export function thirdPartyLicences(folder: string, metafile: Metafile): string;
