import { fileUrl, said, source, version } from '../support/answers.ts';
import { bare, isJson, like, T, type Row } from './row.ts';

const parameters = {
  handler: 'train:handler',
  image: 'abeja-inc/all-gpu:19.04',
  environment: { key: 'value', BATCH_SIZE: '50' },
  description: 'description',
  datasets: { mnist: '1111111111111' },
  dataset_premounted: false,
};

export const versionRows: readonly Row[] = [
  {
    call: 'Op 7 create_training_job_definition_version_native_api',
    send: (client, signal) =>
      client.createVersion(
        'test',
        {
          source: source('src.zip', 'PK-zip'),
          handler: 'train:handler',
          image: 'abeja-inc/all-gpu:19.04',
          environment: { key: 'value', BATCH_SIZE: 50 },
          description: 'description',
          datasets: { mnist: '1111111111111' },
          datasetPremounted: false,
        },
        signal,
      ),
    answer: { status: 200, json: { ...version, archived: false } },
    request: `POST ${T}/test/versions`,
    parts: [
      ['source_code', 'source_code.zip', 'application/zip', 'PK-zip'],
      ['parameters', 'params.json', 'application/json', JSON.stringify(parameters)],
    ],
    headers: bare,
    gives: like({ jobDefinitionVersion: 1, archived: false }),
  },
  {
    call: 'Op 8 create_training_job_definition_version, from a tar.gz as the CLI sends it',
    send: (client, signal) =>
      client.createVersion(
        'test',
        { source: source('src.tgz', 'tar'), format: 'tar.gz', handler: 'train:handler' },
        signal,
      ),
    answer: { status: 200, json: version },
    request: `POST ${T}/test/versions`,
    parts: [
      ['source_code', 'archive.tar.gz', 'application/tar+gzip', 'tar'],
      ['parameters', 'params.json', 'application/json', '{"handler":"train:handler"}'],
    ],
  },
  {
    call: '3.8 create a version from git',
    send: (client, signal) =>
      client.createVersionFromGit(
        'test',
        {
          gitUrl: 'https://git.example/churn.git',
          gitBranch: 'main',
          handler: 'train:handler',
          image: 'abeja-inc/all-cpu:19.10',
        },
        signal,
      ),
    answer: { status: 200, json: version },
    request: `POST ${T}/test/git/versions`,
    json: {
      git_url: 'https://git.example/churn.git',
      git_branch: 'main',
      handler: 'train:handler',
      image: 'abeja-inc/all-cpu:19.10',
    },
    headers: isJson,
  },
  {
    call: 'Op 9 get_training_job_definition_versions',
    send: (client, signal) => client.getVersions('test', {}, signal),
    answer: { status: 200, json: { entries: [version] } },
    request: `GET ${T}/test/versions?filter_archived=exclude_archived`,
    gives: [like({ jobDefinitionVersion: 1 })],
  },
  {
    call: 'Op 10 get_training_job_definition_version',
    send: (client, signal) => client.getVersion('test', 1, signal),
    answer: { status: 200, json: { ...version, user_parameters: {}, datasets: { mnist: 1111111111111 } } },
    request: `GET ${T}/test/versions/1`,
    gives: like({ jobDefinitionVersion: 1, datasets: { mnist: '1111111111111' } }),
  },
  {
    call: 'Op 11 patch_training_job_definition_version',
    send: (client, signal) => client.updateVersion('test', 1, { description: 'new version' }, signal),
    answer: { status: 200, json: { ...version, description: 'new version' } },
    request: `PATCH ${T}/test/versions/1`,
    json: { description: 'new version' },
    headers: isJson,
    gives: like({ description: 'new version' }),
  },
  {
    call: 'Op 12 archive_training_job_definition_version',
    send: (client, signal) => client.archiveVersion('test', 1, signal),
    answer: { status: 200, json: { message: 'archived' } },
    request: `POST ${T}/test/versions/1/archive`,
    headers: bare,
    gives: undefined,
  },
  {
    call: 'Op 13 unarchive_training_job_definition_version',
    send: (client, signal) => client.unarchiveVersion('test', 1, signal),
    answer: said,
    request: `POST ${T}/test/versions/1/unarchive`,
    headers: bare,
    gives: undefined,
  },
  {
    call: 'Op 14 delete_training_job_definition_version',
    send: (client, signal) => client.deleteVersion('test', 1, signal),
    answer: { status: 200, json: { message: 'deleted' } },
    request: `DELETE ${T}/test/versions/1`,
    headers: bare,
    gives: undefined,
  },
  {
    call: '3.8 get the source of a version',
    send: (client, signal) => client.getVersionSourceUrl('test', 1, signal),
    answer: { status: 200, json: { download_uri: fileUrl } },
    request: `GET ${T}/test/versions/1/source`,
    gives: fileUrl,
  },
];
