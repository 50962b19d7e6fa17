import type { JobReference } from '@modelferry/polling';
import { idInLocation } from '../client/id-in-location.ts';
import { vendor } from '../vendor.ts';

/** The kind of a dataset in references and in the ledger. */
export const datasetKind = 'dataset';

/** A dataset, or a version of one, that the vendor is making. At least its task or its ID is known. */
export interface Registration {
  /** As sentences call it. */
  readonly name: string;
  readonly taskId?: string;
  readonly datasetId?: string;
  readonly versionId?: string;
  /** The newest version before this one: an answer that still shows it says nothing of this one. */
  readonly previousVersionId?: string;
}

/**
 * Names it by what is known, as paths of the vendor's do: `c1/versions/v1/status/a1b2`, or less of it. Sentences name the
 * dataset, or the file while it has no ID.
 */
export function registrationReference({ name, datasetId, versionId, taskId }: Registration): JobReference {
  const parts = [
    datasetId,
    versionId === undefined ? undefined : `versions/${versionId}`,
    taskId === undefined ? undefined : `status/${taskId}`,
  ];
  const id = parts.filter((part) => part !== undefined).join('/');
  return { vendor, kind: datasetKind, id, name: `dataset ${datasetId ?? `"${name}"`}` };
}

/** Reads such a name. */
export function registrationOf(name: string, id: string): Registration {
  const [first] = id.split('/');
  return {
    name,
    datasetId: first === 'status' ? undefined : first,
    versionId: idInLocation('versions', id),
    taskId: idInLocation('status', id),
  };
}
