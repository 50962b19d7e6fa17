import type { SandboxClock } from '../clock.ts';
import type { FittedModel } from '../models/model.ts';
import type { Invention } from '../random.ts';
import type { SecretBook } from '../secret-book.ts';
import type { Grants } from '../storage/grants.ts';
import { ApiError } from '../api-error.ts';
import type { Datasource, LocalToken, User } from './access.ts';
import type { Channel } from './datalake/channel.ts';
import type { Dataset } from './datasets/dataset.ts';
import { Ids } from './ids.ts';
import type { Deployment } from './serving/deployment.ts';
import type { Definition } from './training/definition.ts';
import type { AbejaVariants } from './variants.ts';

/** The name of the platform's server, and whose its secrets are. */
export const abejaName = 'abeja';

/** What the platform has in common with the other vendors of one sandbox. */
export interface AbejaParts {
  readonly clock: SandboxClock;
  readonly invention: Invention;
  readonly secrets: SecretBook;
  readonly variants: AbejaVariants;
  /** Its own presigned URLs, on its own server. */
  readonly grants: Grants;
  /** Where uploads are kept. */
  readonly folder: string;
}

/** Everything ABEJA Platform knows of one organization. */
export class AbejaPlatform {
  readonly parts: AbejaParts;
  readonly ids: Ids;
  readonly definitions = new Map<string, Definition>();
  readonly deployments = new Map<string, Deployment>();
  readonly channels = new Map<string, Channel>();
  readonly datasets = new Map<string, Dataset>();
  readonly datasources = new Map<string, Datasource>();
  readonly localTokens = new Map<string, LocalToken>();
  /** Fitted models by the id that stands in their archives. */
  readonly fits = new Map<string, FittedModel>();
  /** Calls so far, per credential and API. */
  readonly calls = new Map<string, number>();
  readonly organization = { id: '', name: 'modelferry' };
  /** The first is an administrator. */
  users: readonly User[] = [];
  /** Stands for the administrator. */
  bearerToken = '';
  /** No credentials are taken any more. */
  credentialsExpired = false;
  /** What was done, whether or not it can still be seen. */
  readonly done = { jobs: 0, versions: 0, models: 0, services: 0, switches: 0 };

  constructor(parts: AbejaParts) {
    this.parts = parts;
    this.ids = new Ids(parts.invention);
  }

  /** Back to the start: an organization of two users that has nothing. */
  clear(): void {
    const { secrets } = this.parts;
    for (const store of [this.definitions, this.deployments, this.channels, this.datasets]) store.clear();
    for (const store of [this.datasources, this.localTokens, this.fits, this.calls]) store.clear();
    Object.assign(this.done, { jobs: 0, versions: 0, models: 0, services: 0, switches: 0 });
    this.credentialsExpired = false;
    this.organization.id = this.ids.digits('organization');
    const user = (role: User['role']): User => ({
      id: this.ids.digits('user'),
      email: `${role}@example.com`,
      role,
      token: this.keep(this.ids.secret('token'), `ABEJA ${role} token`),
    });
    this.users = [user('admin'), user('regular')];
    for (const { id, token, role } of this.users) {
      const pair = Buffer.from(`user-${id}:${token}`).toString('base64');
      secrets.add(pair, `ABEJA ${role} user`, abejaName);
    }
    this.bearerToken = this.keep(this.ids.secret('bearer'), 'ABEJA bearer token');
  }

  /** Lets nobody see a secret again. */
  keep(secret: string, label: string): string {
    this.parts.secrets.add(secret, label, abejaName);
    return secret;
  }

  addDatasource(channelIds: readonly string[]): Datasource {
    const id = this.ids.digits('datasource');
    const secret = this.keep(this.ids.secret('datasource'), 'ABEJA datasource secret');
    const pair = Buffer.from(`datasource-${id}:${secret}`).toString('base64');
    this.keep(pair, 'ABEJA datasource');
    const datasource = { id, secret, channelIds: new Set(channelIds) };
    this.datasources.set(id, datasource);
    return datasource;
  }

  /** A presigned URL's life; the usual one unless the variant wants another. */
  get urlLifetimeMs(): number | undefined {
    return this.parts.variants.has('short-presign') ? 1000 : undefined;
  }

  missing(what: string): ApiError {
    return new ApiError(this.parts.variants.has('missing-as-400') ? 400 : 404, `${what} not found`);
  }
}
