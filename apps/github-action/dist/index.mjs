import {
  runChosen
} from "./chunks/chunk-MER2QMP7.mjs";

// action:index
await runChosen();
