import type { BatchIntake } from '../../client/batch-intake.ts';
import { adapterSettings } from './adapter-settings.ts';
import type { Given } from './adapter-type.ts';
import { intakeTypes } from './intake-types.ts';

/** Where a job is to read, in the vendor's words; nothing where that stays as it is. */
export function toIntake(given: Given): BatchIntake | undefined {
  const settings = adapterSettings('intake', intakeTypes, given);
  if (settings?.['type'] !== 'localFile') return settings as BatchIntake | undefined;
  const { uploadMode, scoreWhileUploading } = given;
  return { type: 'localFile', multipart: uploadMode === 'parts', async: scoreWhileUploading === true };
}
