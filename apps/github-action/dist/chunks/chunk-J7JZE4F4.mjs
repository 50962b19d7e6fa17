// packages/datarobot/src/client/id-in-location.ts
function idInLocation(collection, location) {
  const segments = (location ?? "").replace(/[?#].*$/s, "").split("/");
  const id = segments[segments.indexOf(collection) + 1];
  return segments.includes(collection) && id !== "" ? id : void 0;
}

export {
  idInLocation
};
