import { archiveVersion } from '../operations/version/archive-version.ts';
import { createVersion } from '../operations/version/create-version.ts';
import { deleteVersion } from '../operations/version/delete-version.ts';
import { downloadSource } from '../operations/version/download-source.ts';
import { getVersion } from '../operations/version/get-version.ts';
import { getVersions } from '../operations/version/get-versions.ts';
import { unarchiveVersion } from '../operations/version/unarchive-version.ts';
import { updateVersion } from '../operations/version/update-version.ts';

/** In the order in which they are shown. */
export const versionOperations = [
  createVersion,
  getVersion,
  getVersions,
  updateVersion,
  downloadSource,
  deleteVersion,
  archiveVersion,
  unarchiveVersion,
];
