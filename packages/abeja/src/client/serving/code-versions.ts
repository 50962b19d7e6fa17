import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, post, remove } from '../calls.ts';
import { deploymentPath } from './deployments.ts';
import { environmentTexts, type Environment } from '../wire/environment.ts';
import { pageOf, type Page } from '../wire/page.ts';
import { presignedUrl, secretUrl } from '../wire/presigned-url.ts';
import { snaked } from '../wire/snaked.ts';

const fields = {
  version_id: id,
  version: perhaps(v.string()),
  deployment_id: perhaps(id),
  handler: perhaps(v.string()),
  image: perhaps(v.string()),
  user_parameters: perhaps(v.record(v.string(), v.unknown())),
  created_at: perhaps(v.string()),
  modified_at: perhaps(v.string()),
};
const codeVersion = camelized(fields);
const waitingVersion = camelized({ ...fields, upload_url: secretUrl });

/** A version of a deployment's code. Source: docs/vendors/abeja.md, 3.5. */
export type CodeVersion = v.InferOutput<typeof codeVersion>;

/** A version that waits for its code at `uploadUrl`: a secret, used without any credential. */
export type WaitingVersion = v.InferOutput<typeof waitingVersion>;

/** How a code version is to be. */
export interface CodeVersionSettings {
  /** Its name, e.g. `0.0.1`. 400 where it is taken. */
  readonly version: string;
  /** `file:function`, e.g. `main:handler`. */
  readonly handler: string;
  readonly image: string;
  readonly userParameters?: Environment;
}

/** Where the code of a version lies. */
export interface CodeVersionFromGit {
  readonly version: string;
  readonly image: string;
  readonly gitUrl: string;
  readonly gitBranch?: string;
}

/** The calls for versions of a deployment's code (docs/vendors/abeja.md, 3.5). */
export interface CodeVersionCalls {
  /** 3.5. The code, a tar.gz, is put to `uploadUrl` next, without a media type. Never repeated. */
  createCodeVersion(
    deploymentId: string,
    settings: CodeVersionSettings,
    signal: AbortSignal,
  ): Promise<WaitingVersion>;
  /** 3.5. Never repeated. */
  createCodeVersionFromGit(
    deploymentId: string,
    from: CodeVersionFromGit,
    signal: AbortSignal,
  ): Promise<CodeVersion>;
  /** 3.5. */
  getCodeVersions(deploymentId: string, signal: AbortSignal): Promise<Page<CodeVersion>>;
  /** 3.5. */
  getCodeVersion(deploymentId: string, versionId: string, signal: AbortSignal): Promise<CodeVersion>;
  /** 3.5. */
  deleteCodeVersion(deploymentId: string, versionId: string, signal: AbortSignal): Promise<void>;
  /** 3.5. @returns a URL for one download soon: a secret, and used without any credential */
  getCodeVersionUrl(deploymentId: string, versionId: string, signal: AbortSignal): Promise<string>;
}

export const codeVersionCalls = (port: CallPort, hideUrl: (url: string) => void): CodeVersionCalls => ({
  async createCodeVersion(deploymentId, { userParameters, ...settings }, signal) {
    const doing = `create version ${settings.version} of the deployment ${deploymentId}`;
    const made = await port.json(
      post(doing, deploymentPath(deploymentId, 'versions'), signal, {
        ...settings,
        user_parameters: environmentTexts(userParameters),
      }),
      waitingVersion,
    );
    hideUrl(made.uploadUrl);
    return made;
  },

  createCodeVersionFromGit: (deploymentId, from, signal) =>
    port.json(
      post(
        `create version ${from.version} of the deployment ${deploymentId} from a repository`,
        deploymentPath(deploymentId, 'git', 'versions'),
        signal,
        snaked(from),
      ),
      codeVersion,
    ),

  getCodeVersions: (deploymentId, signal) =>
    port.json(
      get(
        `list the versions of the deployment ${deploymentId}`,
        deploymentPath(deploymentId, 'versions'),
        signal,
      ),
      pageOf(codeVersion),
    ),

  getCodeVersion: (deploymentId, versionId, signal) =>
    port.json(
      get(`read the code version ${versionId}`, deploymentPath(deploymentId, 'versions', versionId), signal),
      codeVersion,
    ),

  deleteCodeVersion: (deploymentId, versionId, signal) =>
    port.send(
      remove(
        `delete the code version ${versionId}`,
        deploymentPath(deploymentId, 'versions', versionId),
        signal,
      ),
    ),

  getCodeVersionUrl: (deploymentId, versionId, signal) =>
    presignedUrl(
      port,
      get(
        `get the address of the code version ${versionId}`,
        deploymentPath(deploymentId, 'versions', versionId, 'download'),
        signal,
      ),
      hideUrl,
    ),
});
