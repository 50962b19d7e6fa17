import {
  isApiError
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/at-most-once/find-named.ts
async function findNamed(read, findListed) {
  try {
    return await read();
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.code === "not-found") return void 0;
    if (error.status !== 400) throw error;
    return findListed();
  }
}

export {
  findNamed
};
