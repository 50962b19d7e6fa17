import { deleteFile } from '../operations/datalake/delete-file.ts';
import { downloadFile } from '../operations/datalake/download-file.ts';
import { getFiles } from '../operations/datalake/get-files.ts';
import { uploadFile } from '../operations/datalake/upload-file.ts';

/** In the order in which they are shown. */
export const datalakeOperations = [uploadFile, getFiles, downloadFile, deleteFile];
