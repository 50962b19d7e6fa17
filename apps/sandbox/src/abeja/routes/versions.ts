import { madeContents } from '../contents.ts';
import type { Contents } from '../contents.ts';
import { optionalObject, optionalText, optionalTexts, requiredText } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { inOrder, unarchived } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import { presignDownload } from '../presign.ts';
import { receiveForm } from '../receive-form.ts';
import { T } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import { checkEmpty } from '../training/check-empty.ts';
import type { Definition } from '../training/definition.ts';
import type { Version } from '../training/version.ts';
import { findDefinition, findVersion } from '../training/find.ts';
import { readDescription, readEnvironment, readImage } from '../training/read-fields.ts';
import { versionObject } from '../training/training-objects.ts';

/** Versions of a job definition. */
export function versionRoutes(platform: AbejaPlatform): readonly Route[] {
  const { variants, clock } = platform.parts;
  const shown = (call: Call, version: Version): unknown =>
    versionObject(findDefinition(platform, call), version);
  const setArchived = (archived: boolean) => (call: Call) => {
    Object.assign(findVersion(platform, call), { archived, modifiedMs: clock.now() });
    return { message: archived ? 'archived' : 'unarchived' };
  };
  return [
    [
      `POST ${T}/:name/git/versions`,
      'trainingVersionFromGit',
      (call) => {
        const fields = call.fields();
        const url = requiredText(fields, 'git_url');
        const branch = optionalText(fields, 'git_branch') ?? 'master';
        const source = madeContents(Buffer.from(`${url}#${branch}\n`));
        const definition = findDefinition(platform, call);
        return versionObject(definition, addVersion(platform, definition, fields, source));
      },
    ],
    [
      `GET ${T}/:name/versions`,
      'trainingVersions',
      (call) => {
        const definition = findDefinition(platform, call);
        const kept = unarchived(definition.versions, call.query, variants);
        return { entries: inOrder(kept, variants).map((version) => versionObject(definition, version)) };
      },
    ],
    [
      `GET ${T}/:name/versions/:version`,
      'trainingVersion',
      (call) => shown(call, findVersion(platform, call)),
    ],
    [
      `PATCH ${T}/:name/versions/:version`,
      'trainingVersionUpdate',
      (call) => {
        const version = findVersion(platform, call);
        const fields = call.fields();
        if ('description' in fields) version.description = readDescription(fields, variants);
        version.modifiedMs = clock.now();
        return shown(call, version);
      },
    ],
    [`POST ${T}/:name/versions/:version/archive`, 'trainingVersionArchive', setArchived(true)],
    [`POST ${T}/:name/versions/:version/unarchive`, 'trainingVersionUnarchive', setArchived(false)],
    [
      `DELETE ${T}/:name/versions/:version`,
      'trainingVersionDelete',
      (call) => {
        const { versions, jobs } = findDefinition(platform, call);
        const version = findVersion(platform, call);
        const itsJobs = jobs.filter(({ facts }) => facts.version === version);
        checkEmpty(platform, itsJobs, itsJobs.length);
        versions.splice(versions.indexOf(version), 1);
        for (const job of itsJobs) job.isGone = true;
        return { message: 'deleted' };
      },
    ],
    [
      `GET ${T}/:name/versions/:version/source`,
      'trainingVersionSource',
      (call) => ({
        download_uri: presignDownload(platform, 'source_code.zip', findVersion(platform, call).source),
      }),
    ],
  ];
}

/** New versions from an archive, whose body is read as it comes. */
export function versionUploadRoutes(platform: AbejaPlatform): readonly Route[] {
  return [
    [
      `POST ${T}/:name/versions`,
      'trainingVersionCreate',
      (call) => {
        const definition = findDefinition(platform, call);
        return receiveForm(platform, call.request, 'source_code', ({ contents, parameters }) =>
          versionObject(definition, addVersion(platform, definition, parameters, contents)),
        );
      },
    ],
  ];
}

/** @throws ApiError 400 for parameters that may not be */
export function addVersion(
  { parts: { variants, clock }, done }: AbejaPlatform,
  definition: Definition,
  fields: Fields,
  source: Contents,
): Version {
  const now = clock.now();
  const version: Version = {
    handler: requiredText(fields, 'handler'),
    image: readImage(fields),
    environment: readEnvironment(fields, variants),
    userParameters: optionalObject(fields, 'user_parameters'),
    datasets: optionalTexts(fields, 'datasets'),
    description: readDescription(fields, variants),
    ...{ source, createdMs: now, modifiedMs: now, archived: false, number: definition.lastVersion + 1 },
  };
  definition.lastVersion += 1;
  definition.versions.push(version);
  done.versions += 1;
  return version;
}
