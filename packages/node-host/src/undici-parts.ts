// The parts of undici that are used here, and the one place that names their files. All of undici is twice the size and
// takes twice as long to load: it also is fetch, WebSocket, a cache, mocks and more. It has no exports map, and its
// version is pinned.
import UndiciClient from 'undici/lib/dispatcher/client.js';
import undiciRequest from 'undici/lib/api/api-request.js';
import type { Client, Dispatcher } from 'undici';

/** One connection to one origin. */
export const newClient = (origin: string, options: Client.Options): Client =>
  new UndiciClient(origin, options);

/** Sends a request over a client, and gives its answer once its headers are there. */
export const request = (
  client: Client,
  options: Dispatcher.RequestOptions,
): Promise<Dispatcher.ResponseData> => undiciRequest.call(client, options);
