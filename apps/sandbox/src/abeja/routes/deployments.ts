import { madeContents } from '../contents.ts';
import { badRequest, FieldError } from '../errors.ts';
import { optionalObject, optionalText, requiredText } from '../fields.ts';
import { inOrder } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import { presignDownload, presignUpload } from '../presign.ts';
import { D } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import type { CodeVersion } from '../serving/code-version.ts';
import type { Deployment } from '../serving/deployment.ts';
import { findCodeVersion, findDeployment } from '../serving/find.ts';
import { codeVersionObject, deploymentObject } from '../serving/serving-objects.ts';
import { readImage } from '../training/read-fields.ts';

const root = '/organizations/:org/deployments';

/** Deployments, and the versions of their code. */
export function deploymentRoutes(platform: AbejaPlatform): readonly Route[] {
  const { deployments, parts } = platform;
  const shown = (deployment: Deployment): unknown => deploymentObject(deployment, parts.variants);
  const codeOf = (call: Call, code: CodeVersion): Record<string, unknown> =>
    codeVersionObject(findDeployment(platform, call), code);
  return [
    [
      `POST ${root}`,
      'abejaDeploymentCreate',
      ({ fields }) => {
        const name = requiredText(fields(), 'name');
        const description = optionalText(fields(), 'description') ?? '';
        if ([...deployments.values()].some((each) => each.name === name))
          throw badRequest(`${name} exists already`);
        return shown(addDeployment(platform, name, description));
      },
    ],
    [
      `GET ${root}`,
      'abejaDeployments',
      () => ({ entries: inOrder([...deployments.values()], parts.variants).map(shown) }),
    ],
    [`GET ${D}`, 'abejaDeployment', (call) => shown(findDeployment(platform, call))],
    [
      `PATCH ${D}`,
      'abejaDeploymentUpdate',
      (call) => {
        const deployment = findDeployment(platform, call);
        deployment.name = optionalText(call.fields(), 'name') ?? deployment.name;
        deployment.modifiedMs = parts.clock.now();
        return shown(deployment);
      },
    ],
    [
      `DELETE ${D}`,
      'abejaDeploymentDelete',
      (call) => {
        const { id, services } = findDeployment(platform, call);
        if (services.size > 0) throw badRequest('sandbox: the deployment has services.');
        deployments.delete(id);
        return { message: `${id} deleted` };
      },
    ],
    [`POST ${D}/versions`, 'serviceVersionCreate', (call) => createVersion(platform, call)],
    [
      `POST ${D}/git/versions`,
      'serviceVersionFromGit',
      (call) => {
        const url = requiredText(call.fields(), 'git_url');
        const code = addCodeVersion(platform, findDeployment(platform, call), call.fields());
        code.source = madeContents(Buffer.from(`${url}\n`));
        return codeOf(call, code);
      },
    ],
    [
      `GET ${D}/versions`,
      'serviceVersions',
      (call) => {
        const versions = inOrder([...findDeployment(platform, call).versions.values()], parts.variants);
        return { entries: versions.map((code) => codeOf(call, code)) };
      },
    ],
    [`GET ${D}/versions/:version`, 'serviceVersion', (call) => codeOf(call, findCodeVersion(platform, call))],
    [
      `DELETE ${D}/versions/:version`,
      'serviceVersionDelete',
      (call) => {
        const { id } = findCodeVersion(platform, call);
        const { services, versions } = findDeployment(platform, call);
        if ([...services.values()].some(({ version }) => version.id === id))
          throw badRequest('sandbox: a service uses the version.');
        versions.delete(id);
        return { message: `${id} deleted` };
      },
    ],
    [
      `GET ${D}/versions/:version/download`,
      'serviceVersionDownload',
      (call) => {
        const { source, id } = findCodeVersion(platform, call);
        if (source === undefined) throw platform.missing('source');
        return { download_uri: presignDownload(platform, `${id}.tar.gz`, source, 'application/gzip') };
      },
    ],
  ];
}

/** Makes a deployment, empty. */
export function addDeployment(
  { ids, deployments, parts: { clock } }: AbejaPlatform,
  name: string,
  description = '',
): Deployment {
  const now = clock.now();
  const deployment: Deployment = {
    ...{ id: ids.digits('deployment'), name, description, createdMs: now, modifiedMs: now },
    ...{ versions: new Map(), services: new Map(), endpoints: new Map() },
    ...{ runs: new Map(), triggers: new Map() },
  };
  deployments.set(deployment.id, deployment);
  return deployment;
}

/** @throws ApiError 400 for a version that exists */
export function addCodeVersion(
  { ids, parts: { clock } }: AbejaPlatform,
  { versions }: Deployment,
  fields: Readonly<Record<string, unknown>>,
): CodeVersion {
  const version = requiredText(fields, 'version');
  if ([...versions.values()].some((each) => each.version === version))
    throw new FieldError('version', 'exists already');
  const now = clock.now();
  const code: CodeVersion = {
    ...{ id: ids.prefixed('ver'), version, image: readImage(fields), source: undefined },
    handler: optionalText(fields, 'handler') ?? 'main:handler',
    userParameters: optionalObject(fields, 'user_parameters'),
    ...{ createdMs: now, modifiedMs: now },
  };
  versions.set(code.id, code);
  return code;
}

function createVersion(platform: AbejaPlatform, call: Call): unknown {
  const deployment = findDeployment(platform, call);
  const code = addCodeVersion(platform, deployment, call.fields());
  const url = presignUpload(platform, `${code.id}.tar.gz`, (contents) => {
    code.source = contents;
  });
  return { ...codeVersionObject(deployment, code), upload_url: url };
}
