import { createHash } from 'node:crypto';

/** What an installed n8n was made from: another lock file, Node.js or platform asks for another install. */
export interface InstallStamp {
  readonly manifestSha256: string;
  readonly nodeAbi: string;
  readonly platform: string;
}

/** The stamp of an install made now. `manifest` is the text of package.json followed by that of package-lock.json. */
export function installStamp(manifest: string): InstallStamp {
  return {
    manifestSha256: createHash('sha256').update(manifest).digest('hex'),
    nodeAbi: process.versions.modules,
    platform: `${process.platform}-${process.arch}`,
  };
}

/** Whether the text found beside an install is this stamp. A missing or half-written file is not. */
export function isStampedAs(text: string | undefined, wanted: InstallStamp): boolean {
  try {
    const found = JSON.parse(text ?? '') as Partial<InstallStamp>;
    return (Object.keys(wanted) as (keyof InstallStamp)[]).every((key) => found[key] === wanted[key]);
  } catch {
    return false;
  }
}
