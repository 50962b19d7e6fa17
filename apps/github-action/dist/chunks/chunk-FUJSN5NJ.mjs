// packages/operation/src/client/walk-list.ts
async function* walkList(start, read, idOf) {
  const seen = /* @__PURE__ */ new Set();
  for (let place = start; place !== void 0; ) {
    const { entries, next } = await read(place);
    const fresh = entries.filter((entry) => !seen.has(idOf(entry)) && seen.add(idOf(entry)));
    yield* fresh;
    place = fresh.length === 0 ? void 0 : next;
  }
}

export {
  walkList
};
