import { aNumber, asJson, aText, type WireRow } from './wire-row.ts';

export const definitionWire: readonly WireRow[] = [
  {
    operation: 'Op 1 create_training_job_definition',
    ours: { line: 'POST {T}', json: '{"name": "new"}' },
    send: (client, _, signal) => client.createDefinition('new', signal),
    theirs: [{ line: 'POST {T}/', json: '{"name": "new"}' }],
    answer: { name: 'new', job_definition_id: aText, versions: [], version_count: 0 },
  },
  {
    operation: 'Op 2 get_training_job_definitions',
    ours: { line: 'GET {T}?filter_archived=exclude_archived&offset=0&limit=50' },
    send: (client, _, signal) => client.getDefinitions({ offset: 0, limit: 50 }, signal),
    theirs: [
      { line: 'GET {T}' },
      { line: 'GET {T}/' },
      { line: 'GET {T}/?filter_archived=include_archived&offset=0&limit=50' },
    ],
    answer: { entries: expect.any(Array) as unknown, limit: 50, offset: 0, total: aNumber },
  },
  {
    operation: 'Op 3 get_training_job_definition',
    ours: { line: 'GET {T}/test?include_jobs=false' },
    send: (client, _, signal) => client.getDefinition('test', {}, signal),
    answer: { name: 'test', jobs: null, version_count: 1 },
  },
  {
    operation: 'Op 3, with its jobs, as where nothing is said of them',
    ours: { line: 'GET {T}/test?include_jobs=true' },
    send: (client, _, signal) => client.getDefinition('test', { includeJobs: true }, signal),
    theirs: [{ line: 'GET {T}/test' }],
    answer: { name: 'test', jobs: [{ id: '{job}' }] },
  },
  {
    operation: 'Op 4 delete_training_job_definition',
    job: 'stopped',
    ours: { line: 'DELETE {T}/test' },
    send: (client, _, signal) => client.deleteDefinition('test', signal),
    theirs: [{ line: 'DELETE {T}/test', ...asJson }],
    answer: '{"message": "test deleted"}',
  },
  {
    operation: 'Op 5 archive_training_job_definition',
    ours: { line: 'POST {T}/test-1/archive', json: '{}' },
    send: (client, _, signal) => client.archiveDefinition('test-1', signal),
    theirs: [{ line: 'POST {T}/test-1/archive', ...asJson }],
    answer: '{"message": "test-1 archived"}',
  },
  {
    operation: 'Op 6 unarchive_training_job_definition',
    ours: { line: 'POST {T}/test-1/unarchive', json: '{}' },
    send: (client, _, signal) => client.unarchiveDefinition('test-1', signal),
    theirs: [{ line: 'POST {T}/test-1/unarchive', ...asJson }],
    answer: '{"message": "test-1 unarchived"}',
  },
];
