import { gzipSync } from 'node:zlib';
import { bytesSource } from '@modelferry/upload';
import { asJson, type WirePart, type WireRow } from './wire-row.ts';

/** Archives without a file, a character for each byte. */
export const emptyZip = `PK\x05\x06${'\0'.repeat(18)}`;
const emptyTarGz = gzipSync(Buffer.alloc(1024)).toString('latin1');

export const sourceOf = (name: string, content: string) => bytesSource(name, Buffer.from(content, 'latin1'));

export const parametersPart = (content: string): WirePart => ({
  ...{ name: 'parameters', fileName: 'params.json', contentType: 'application/json', content },
});

const zipPart: WirePart = {
  ...{ name: 'source_code', fileName: 'source_code.zip', contentType: 'application/zip', content: emptyZip },
};
const tarPart: WirePart = {
  ...{ name: 'source_code', fileName: 'archive.tar.gz', contentType: 'application/tar+gzip' },
  content: emptyTarGz,
};

const settings = {
  handler: 'train:handler',
  image: 'abeja-inc/all-gpu:19.04',
  environment: { key: 'value' },
  description: 'description',
  datasets: { mnist: '1111111111111' },
};
const given =
  '{"handler": "train:handler", "image": "abeja-inc/all-gpu:19.04", "environment": {"key": "value"}, "description": "description", "datasets": {"mnist": "1111111111111"}, "dataset_premounted": false}';
const few = '{"handler": "train:handler", "image": "abeja-inc/all-gpu:19.04"}';

const line = 'POST {T}/test/versions';
const version = { job_definition_version: 2, handler: 'train:handler', image: 'abeja-inc/all-gpu:19.04' };

export const versionWire: readonly WireRow[] = [
  {
    operation: 'Op 7 create_training_job_definition_version_native_api',
    ours: { line, form: [zipPart, parametersPart(given)] },
    send: (client, _, signal) =>
      client.createVersion(
        'test',
        { ...settings, source: sourceOf('a.zip', emptyZip), datasetPremounted: false },
        signal,
      ),
    theirs: [
      { line, form: [{ ...zipPart, content: emptyTarGz }, parametersPart(given)] },
      { line, form: [parametersPart(given), zipPart] },
      { line, form: [{ ...tarPart, contentType: 'application/gzip' }, parametersPart(given)] },
    ],
    answer: { ...version, ...settings },
  },
  {
    operation: 'Op 7, as the command line sends it',
    ours: { line, form: [tarPart, parametersPart(few)] },
    send: (client, _, signal) => {
      const { handler, image } = settings;
      const source = sourceOf('a.tgz', emptyTarGz);
      return client.createVersion('test', { source, format: 'tar.gz', handler, image }, signal);
    },
    answer: { ...version, environment: {}, datasets: {} },
  },
  {
    operation: 'Op 8 create_training_job_definition_version',
    ours: { line, form: [zipPart, parametersPart(few)] },
    send: (client, _, signal) => {
      const { handler, image } = settings;
      return client.createVersion('test', { source: sourceOf('a.zip', emptyZip), handler, image }, signal);
    },
    answer: { ...version, environment: {}, datasets: {} },
  },
  {
    operation: 'Op 9 get_training_job_definition_versions',
    ours: { line: 'GET {T}/test/versions?filter_archived=exclude_archived' },
    send: (client, _, signal) => client.getVersions('test', {}, signal),
    theirs: [
      { line: 'GET {T}/test/versions' },
      { line: 'GET {T}/test/versions?filter_archived=include_archived' },
    ],
    answer: { entries: [{ job_definition_version: 1, handler: 'train:handler' }] },
  },
  {
    operation: 'Op 10 get_training_job_definition_version',
    ours: { line: 'GET {T}/test/versions/1' },
    send: (client, _, signal) => client.getVersion('test', 1, signal),
    answer: { job_definition_version: 1, handler: 'train:handler', archived: false },
  },
  {
    operation: 'Op 11 patch_training_job_definition_version',
    ours: { line: 'PATCH {T}/test/versions/1', json: '{"description": "new version"}' },
    send: (client, _, signal) => client.updateVersion('test', 1, { description: 'new version' }, signal),
    answer: { job_definition_version: 1, description: 'new version' },
  },
  {
    operation: 'Op 12 archive_training_job_definition_version',
    ours: { line: 'POST {T}/test/versions/1/archive' },
    send: (client, _, signal) => client.archiveVersion('test', 1, signal),
    theirs: [{ line: 'POST {T}/test/versions/1/archive', ...asJson }],
    answer: '{"message": "archived"}',
  },
  {
    operation: 'Op 13 unarchive_training_job_definition_version',
    ours: { line: 'POST {T}/test/versions/1/unarchive' },
    send: (client, _, signal) => client.unarchiveVersion('test', 1, signal),
    theirs: [{ line: 'POST {T}/test/versions/1/unarchive', ...asJson }],
    answer: '{"message": "unarchived"}',
  },
  {
    operation: 'Op 14 delete_training_job_definition_version',
    job: 'stopped',
    ours: { line: 'DELETE {T}/test/versions/1' },
    send: (client, _, signal) => client.deleteVersion('test', 1, signal),
    theirs: [{ line: 'DELETE {T}/test/versions/1', ...asJson }],
    answer: '{"message": "deleted"}',
  },
];
