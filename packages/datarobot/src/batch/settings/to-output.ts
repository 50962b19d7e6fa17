import type { BatchOutput } from '../../client/batch-output.ts';
import { adapterSettings } from './adapter-settings.ts';
import type { Given } from './adapter-type.ts';
import { outputTypes } from './output-types.ts';
import { withoutAbsent } from './without-absent.ts';

/** Where a job is to write, in the vendor's words; nothing where that stays as it is. */
export function toOutput(given: Given): BatchOutput | undefined {
  const settings = adapterSettings('output', outputTypes, given);
  if (settings === undefined) return undefined;
  const { commitIntervalMs, encryptionAlgorithm, kmsKeyId, kmsEncryptionContext, ...same } = settings;
  const encryption = { algorithm: encryptionAlgorithm, kmsKeyId, kmsEncryptionContext };
  return {
    ...same,
    ...(commitIntervalMs !== undefined && { commitInterval: Math.round(Number(commitIntervalMs) / 1_000) }),
    ...(encryptionAlgorithm !== undefined && { serverSideEncryption: withoutAbsent(encryption) }),
    // The vendor wants to be told
    ...(same['type'] === 'tableau' && { overwrite: same['overwrite'] === true }),
  } as BatchOutput;
}
