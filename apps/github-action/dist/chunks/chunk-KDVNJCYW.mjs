// packages/polling/src/same-figures.ts
var sameFigures = (a = [], b = []) => a.length === b.length && a.every((figure, index) => isSame(figure, b[index]));
var isSame = (a, b) => a.name === b?.name && a.stage === b.stage && Object.is(a.value, b.value) && a.total === b.total;

export {
  sameFigures
};
