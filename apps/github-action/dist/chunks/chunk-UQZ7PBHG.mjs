import {
  walkList
} from "./chunk-FUJSN5NJ.mjs";

// packages/abeja/src/client/lists.ts
var pageLength = 100;
var byPlace = (read, idOf) => walkList(
  0,
  async (offset) => {
    const { entries, total = Infinity } = await read({ offset, limit: pageLength });
    const next = offset + entries.length;
    return { entries, next: next < total ? next : void 0 };
  },
  idOf
);
var byToken = (read, idOf) => walkList(
  {},
  async (token) => {
    const { entries, nextToken } = await read(token);
    return { entries, next: nextToken === void 0 ? void 0 : { nextToken } };
  },
  idOf
);
var allDefinitions = (client, filter, signal) => byPlace(
  (page) => client.getDefinitions({ ...filter, ...page }, signal),
  ({ jobDefinitionId }) => jobDefinitionId
);
var allJobs = (client, name, filter, signal) => byPlace(
  (page) => client.getJobs(name, { ...filter, ...page }, signal),
  ({ jobId }) => jobId
);
var allModels = (client, name, filter, signal) => byPlace(
  async ({ offset }) => {
    const place = offset === 0 ? {} : { offset };
    const { entries, total } = await client.getModels(name, { ...filter, ...place }, signal);
    return { entries, total: total ?? offset + entries.length };
  },
  ({ modelId }) => modelId
);
var allFiles = (client, channelId, filter, signal) => byToken(
  (token) => client.getFiles(channelId, { ...filter, ...token }, signal),
  ({ fileId }) => fileId
);

export {
  allDefinitions,
  allJobs,
  allModels,
  allFiles
};
